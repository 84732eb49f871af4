import type { Bench } from '../bench/bench.ts'
import { type MailedKind, mailedKinds, whyNoLink } from '../bench/new-password.ts'
import { NotTestable } from '../bench/outcome.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { type HeldPassword, heldPassword } from './held-password.ts'
import { opensElsewhere } from './opens-elsewhere.ts'
import { withFirst, withLast } from './repeated.ts'

export const pwd16 = defineCheck({
  id: 'PWD16',
  title: 'The repeated password is compared with the first one as it was typed, and not by the page alone',
  source: '2.2.2; the documentation: the same password is entered again',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds],
  uses: ['login', 'codes'],
  needs: ['mailbox'],
  seconds: 180,
  claims: {
    other: 'another password in the second field is refused',
    last: 'a second password with another last character is refused',
    case: 'a second password in other case is refused',
    blank: 'a second password with a blank behind it is refused',
    empty: 'an empty second field is refused',
  },
  async prove(bench) {
    // A product may compare on one of its forms alone.
    for (const kind of mailedKinds)
      if (whyNoLink(bench, kind) === undefined)
        await skipIfNotTestable(bench, ['other', 'last', 'case', 'blank', 'empty'], () =>
          proveCompared(bench, kind),
        )
  },
})

async function proveCompared(bench: Bench, kind: MailedKind) {
  let form = await heldTwice(bench, kind)
  const { password } = form
  const variants = {
    other: 'Kvzmwtqr 7391 herons!',
    last: `${password.slice(0, -1)}${password.endsWith('x') ? 'y' : 'x'}`,
    case: password === password.toUpperCase() ? password.toLowerCase() : password.toUpperCase(),
    blank: `${password} `,
    empty: '',
  }
  const refused: string[] = []
  for (const [claim, repeated] of Object.entries(variants)) {
    const { error } = await form.send((fresh) => withLast(fresh, password, repeated))
    if (error !== undefined) refused.push(claim)
    else if (await opensElsewhere(form.person, password)) {
      bench.claim(
        claim,
        false,
        `by the link of ${kind === 'reset' ? 'a reset' : 'an activation'} the first one is set`,
      )
      form = await heldTwice(bench, kind)
    } else bench.unproven(claim, 'No error is answered, and the first one opens nothing.')
  }
  // The control: both fields alike, sent in the same way.
  const { error } = await form.send()
  const works = error === undefined && (await opensElsewhere(form.person, password))
  for (const claim of refused)
    if (works) bench.claim(claim, true)
    else bench.unproven(claim, 'The control fails: two passwords that are alike set none either.')
}

/** @throws NotTestable where the page sends the password once */
async function heldTwice(bench: Bench, kind: MailedKind): Promise<HeldPassword> {
  const form = await heldPassword(bench, kind)
  const { sent, password } = form
  if (withLast(sent, password, '').body === withFirst(sent, password, '').body)
    throw new NotTestable('The page sends the password once: only the page can compare it.')
  return form
}
