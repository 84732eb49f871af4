import type { Bench } from '../bench/bench.ts'
import { Jar } from '../bench/jar.ts'
import { chooseFirstPassword, otherPassword } from '../bench/mailed-passwords.ts'
import { opensTo } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { waysToName, type withAccount } from './account-fields.ts'
import { invitedAndActive } from './invited-and-active.ts'

/** A form that opens is there at once. */
const AT_ONCE = 500

export const own3 = defineCheck({
  id: 'OWN3',
  title: 'An invitation sets the password of its account alone, whatever the form says',
  source: '8.2.2; 6.4.1',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['activation', 'login'],
  uses: ['administration', 'codes', 'session'],
  needs: ['mailbox'],
  seconds: 90,
  claims: { victim: 'a form that names an account which is active leaves that account its password' },
  async prove(bench) {
    const first = await heldInvitation(bench)
    for (const [n, naming] of waysToName(first.sent).entries())
      await proveOwn(bench, n === 0 ? first : await heldInvitation(bench), naming)
  },
})

/** Two people: one has opened their invitation, and what its form sends is held back. */
async function heldInvitation(bench: Bench) {
  const { invited, active } = await invitedAndActive(bench)
  const { person } = invited
  await person.open(invited.link)
  await person.reach(bench.role('activation').passwordForm)
  const sent = await person.interceptRequest(() => chooseFirstPassword(person, otherPassword(bench)))
  return { invited, active, sent }
}

async function proveOwn(
  bench: Bench,
  { invited, active, sent }: Awaited<ReturnType<typeof heldInvitation>>,
  naming: typeof withAccount,
) {
  const { passwordForm, done } = bench.role('activation')
  const { person: attacker, link } = invited
  const jar = await Jar.of(attacker)
  const { error } = await jar.sendFresh(sent, (fresh) => naming(fresh, invited.address, active.address))
  await jar.close()
  const kept = await opensTo(active)

  await attacker.open(link)
  const isLeft = await attacker.isAt(passwordForm, AT_ONCE)
  if (isLeft) await chooseFirstPassword(attacker, otherPassword(bench))
  const works = isLeft && (await attacker.isAt(done))
  if (kept && error !== undefined && !works)
    bench.unproven('victim', 'The control fails: the form without that name is not accepted either.')
  else if (kept && error === undefined && works)
    bench.unproven('victim', 'The form that names another account did nothing at all.')
  else bench.claim('victim', kept, 'its password has changed')
}
