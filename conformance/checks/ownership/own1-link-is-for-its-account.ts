import { Jar } from '../bench/jar.ts'
import { account, toProtectedPage } from '../bench/journeys.ts'
import { mailedLink, nextMail } from '../bench/mailed-link.ts'
import { askForReset, chooseNewPassword, otherPassword, toForgotten } from '../bench/mailed-passwords.ts'
import type { Person } from '../bench/person.ts'
import { opensTo, secondAccount } from '../bench/second-account.ts'
import { defineCheck } from '../check.ts'
import { withAccount } from './account-fields.ts'

/** A form that opens is there at once. */
const AT_ONCE = 500

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
    const reset = bench.role('reset')
    const owner = await account(bench)
    await toProtectedPage(owner)
    const victim = await secondAccount(bench, owner)
    const attacker = await forgetful(await bench.elsewhere(owner))
    const link = await mailedLink(attacker, reset.openLink)
    await attacker.open(link)
    await attacker.reach(reset.passwordForm)
    const sent = await attacker.interceptRequest(() => chooseNewPassword(attacker))
    const jar = await Jar.of(attacker)
    const { error } = await jar.sendFresh(sent, (fresh) =>
      withAccount(fresh, attacker.account.email, victim.address),
    )
    await jar.close()
    const kept = await opensTo(victim)
    const isLeft = await setsPassword(attacker, link)
    if (kept && isLeft && error === undefined)
      bench.unproven('victim', 'The form that names another account did nothing at all.')
    else bench.claim('victim', kept, 'its password has changed')
    attacker.session.choosePassword(otherPassword(bench))
    bench.claim('control', await opensTo({ person: attacker, password: 'new' }), 'it does not')
  },
})

/** Whether the link still sets a password. */
async function setsPassword(person: Person, link: string): Promise<boolean> {
  const { passwordForm, done } = person.role('reset')
  await person.open(link)
  if (!(await person.isAt(passwordForm, AT_ONCE))) return false
  await chooseNewPassword(person)
  return person.isAt(done)
}

async function forgetful(person: Person): Promise<Person> {
  await toForgotten(person)
  await askForReset(person)
  await nextMail(person, person.role('reset').openLink, 0)
  return person
}
