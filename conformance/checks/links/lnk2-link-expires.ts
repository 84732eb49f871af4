import type { Bench } from '../bench/bench.ts'
import { LEEWAY } from '../bench/leeway.ts'
import { mailedLink } from '../bench/mailed-link.ts'
import { askForReset, choosePassword, goodPassword, toForgotten } from '../bench/mailed-passwords.ts'
import { type MailedKind, mailedKinds, sentLink, whyNoLife, whyNoLink } from '../bench/new-password.ts'
import type { Person } from '../bench/person.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { defineCheck } from '../check.ts'
import { tryLink } from './try-link.ts'

/** Seconds, after which no form is still on its way; a session that began with the form may end an hour after that. */
const LATE = 1_800

export const lnk2 = defineCheck({
  id: 'LNK2',
  title: 'Activation links and reset links expire after the documented time',
  source: '6.4.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds, 'login'],
  uses: ['codes'],
  needs: ['mailbox', 'clock'],
  seconds: 180,
  claims: {
    'activation-before': 'an activation link works a minute before it expires',
    activation: 'an activation link leads to no form that sets a password after its documented time',
    'reset-before': 'a reset link works a minute before it expires',
    reset: 'a reset link leads to no form that sets a password after its documented time',
    'activation-form':
      'a form that an activation link opened in time sets no password half an hour after that time',
    'reset-form': 'a form that a reset link opened in time sets no password half an hour after that time',
    renewal: 'another link can be asked for where one has expired',
    ...rejectionClaims,
  },
  async prove(bench) {
    for (const kind of mailedKinds) {
      const why = whyNoLink(bench, kind) ?? whyNoLife(bench, kind)
      if (why === undefined) await proveExpires(bench, kind)
      else for (const claim of [kind, `${kind}-before`, `${kind}-form`]) bench.skip(claim, why)
    }
  },
})

async function proveExpires(bench: Bench, kind: MailedKind) {
  const mailed = bench.role(kind)
  const person = await sentLink(bench, kind)
  const life = bench.documented(`${kind}LinkLife`)
  const address = await mailedLink(person, mailed.openLink)
  await person.wait(life - 60)
  await person.open(address)
  const isOpen = await person.isAt(mailed.passwordForm)
  bench.claim(`${kind}-before`, isOpen, 'it does not work any more')
  await person.wait(60 + LEEWAY)
  const late = await bench.elsewhere(person)
  const rejections = new Rejections(bench)
  rejections.prove({
    claim: kind,
    of: `a link of ${life} s ago`,
    ...(await tryLink(late, address, mailed)),
    facts: await late.signedIn(),
    otherwise: 'it still leads there',
  })
  // Before another link is asked for, which may replace this one.
  if (isOpen) await proveForm(rejections, person, kind)
  await proveRenewal(bench, late, kind)
  await rejections.control({
    of: 'a link that has not expired',
    works: () => setsPassword(bench, kind),
    afresh: async () => false,
  })
}

/** Somebody who keeps the form open keeps the link alive, where only its opening is looked at. */
async function proveForm(rejections: Rejections, person: Person, kind: MailedKind) {
  const { choosePassword: choose, done } = person.bench.role(kind)
  await person.wait(LATE)
  const error = await person.errorAfter(
    () => choosePassword(person, goodPassword(person.bench), choose),
    () => person.isAt(done, 0),
  )
  rejections.prove({
    claim: `${kind}-form`,
    of: 'a form that was opened in time',
    error,
    accepted: await person.isAt(done, 0),
    facts: await person.signedIn(),
    otherwise: 'it sets a password',
  })
}

async function proveRenewal(bench: Bench, late: Person, kind: MailedKind) {
  if (kind === 'reset') {
    await toForgotten(late)
    await askForReset(late)
    bench.claim('renewal', await late.isAt(bench.role('reset').sent), 'no reset can be asked for')
    return
  }
  const { renew } = bench.role('activation')
  if (!renew) return
  const sent = await late.perform(renew).then(
    () => true,
    () => false,
  )
  bench.claim('renewal', sent, 'it is not possible to ask for another activation link')
}

/** A link of the same kind sets a password while it is young: in a new session. */
async function setsPassword(bench: Bench, kind: MailedKind): Promise<boolean> {
  const mailed = bench.role(kind)
  const young = await sentLink(bench, kind)
  await young.open(await mailedLink(young, mailed.openLink))
  await young.reach(mailed.passwordForm)
  await choosePassword(young, goodPassword(bench), mailed.choosePassword)
  return young.isAt(mailed.done)
}
