import type { Bench } from '../bench/bench.ts'
import { LEEWAY } from '../bench/leeway.ts'
import { linkIn } from '../bench/mailed-link.ts'
import { choosePassword, goodPassword } from '../bench/mailed-passwords.ts'
import { mailedKinds, whyNoLife } from '../bench/new-password.ts'
import { Rejections, rejectionClaims } from '../bench/rejections.ts'
import { renewals } from '../bench/sent-again.ts'
import { skipIfNotTestable } from '../bench/skip-if-not-testable.ts'
import { defineCheck } from '../check.ts'
import { tryLink } from './try-link.ts'

export const lnk16 = defineCheck({
  id: 'LNK16',
  title: 'A link that is sent again expires as the first one does',
  source: '6.4.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: [mailedKinds, 'login'],
  uses: ['activation', 'administration', 'codes', 'reset'],
  needs: ['mailbox', 'clock'],
  seconds: 240,
  claims: {
    renewed:
      'an activation link that was asked for where the first one had expired leads to no form that sets a password after its documented time',
    resent:
      'the link of an invitation that was sent again leads to no form that sets a password after its documented time',
    reset:
      'a reset link that was asked for once more leads to no form that sets a password after its documented time',
    'reset-resent':
      'a reset link that the page after the request has sent again leads to no form that sets a password after its documented time',
    before: 'a link that was sent again works a minute before its documented time is over',
    ...rejectionClaims,
  },
  async prove(bench) {
    for (const way of ways) {
      const why = renewals[way].whyNot(bench) ?? whyNoLife(bench, renewals[way].kind)
      if (why === undefined) await skipIfNotTestable(bench, [way], () => proveExpires(bench, way))
      else bench.skip(way, why)
    }
  },
})

/** What a report calls the link of each way. */
const statements = {
  renewed: 'an activation link that was asked for where the first one had expired',
  resent: 'the link of an invitation that was sent again',
  reset: 'a reset link that was asked for once more',
  'reset-resent': 'a reset link that the page after the request has sent again',
}

const ways = ['renewed', 'resent', 'reset', 'reset-resent'] as const

async function proveExpires(bench: Bench, way: (typeof ways)[number]) {
  const { kind, send } = renewals[way]
  const mailed = bench.role(kind)
  const life = bench.documented(`${kind}LinkLife`)
  const { person, mail } = await send(bench)
  const link = await linkIn(bench, mail, mailed.openLink)
  await person.wait(life - 60)
  const early = await bench.another(person)
  await early.open(link)
  const works = await early.isAt(mailed.passwordForm)
  bench.claim('before', works, `${statements[way]} does not work any more`)
  await person.wait(60 + LEEWAY)
  const late = await bench.another(person)
  const rejections = new Rejections(bench)
  rejections.prove({
    claim: way,
    of: `a link that was sent again ${life} s ago`,
    ...(await tryLink(late, link, mailed)),
    facts: await late.signedIn(),
    otherwise: 'it still leads there',
  })
  await rejections.control({
    of: 'one that has just been sent again',
    async works() {
      const again = await send(bench)
      const young = await bench.another(again.person)
      await young.open(await linkIn(bench, again.mail, mailed.openLink))
      if (!(await young.isAt(mailed.passwordForm))) return false
      await choosePassword(young, goodPassword(bench), mailed.choosePassword)
      return young.isAt(mailed.done)
    },
    afresh: async () => false,
  })
}
