import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { otherPassword } from '../bench/mailed-passwords.ts'
import { namesNobody, naming } from '../bench/named-account.ts'
import { opensTo } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { waysToName, type withAccount } from './account-fields.ts'
import { type HeldReset, heldReset, namesOfSecond, setsPassword } from './reset-link-of.ts'

/** How a request names the other account. */
type Way = typeof withAccount

export const own1 = defineCheck({
  id: 'OWN1',
  title: 'A reset link changes only the password of its account, whatever the form says',
  source: '8.2.2; 6.4.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['reset', 'login', 'session'],
  uses: ['codes', 'administration', 'activation'],
  needs: ['mailbox'],
  seconds: 150,
  claims: {
    victim: 'a form that names another account leaves that account its password',
    control: 'the link sets the password of its account',
  },
  async prove(bench) {
    const first = await heldReset(bench)
    const names = await namesOfSecond(bench, first)
    const ways: Way[] = waysToName(first.sent)
    if (!namesNobody(names)) ways.unshift((fresh) => naming(fresh, names))
    for (const [n, way] of ways.entries())
      await proveOwn(bench, n === 0 ? first : await heldReset(bench), way)
  },
})

async function proveOwn(bench: Bench, held: HeldReset, forge: Way) {
  const { person: attacker, second: victim, link, sent } = held
  const jar = await Jar.of(attacker)
  const { error } = await jar.sendFresh(sent, (fresh) => forge(fresh, attacker.account.email, victim.address))
  await jar.close()
  const kept = await opensTo(victim)
  const isLeft = await setsPassword(attacker, link)
  if (kept && isLeft && error === undefined)
    bench.unproven('victim', 'The form that names another account did nothing at all.')
  else bench.claim('victim', kept, 'its password has changed')
  attacker.session.choosePassword(otherPassword(bench))
  bench.claim('control', await opensTo({ person: attacker, password: 'new' }), 'it does not')
}
