import { Jar } from '../bench/jar.ts'
import {
  askForReset,
  chooseNewPassword,
  enterPassword,
  holder,
  isPastPassword,
  otherPassword,
  toForgotten,
  toPassword,
} from '../bench/journeys.ts'
import { mailedLink, nextMail } from '../bench/mailed-link.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

export const own1 = defineCheck({
  id: 'OWN1',
  title: 'A reset link changes only the password of its account, whatever the form says',
  source: '8.2.2; 6.4.3',
  level: 'MUST',
  asvsLevel: 1,
  roles: ['reset', 'login', 'codes'],
  needs: ['mailbox'],
  seconds: 120,
  claims: {
    victim: 'a form that names another account leaves that account its password',
    control: 'the link sets the password of its account',
  },
  async prove(bench) {
    const reset = bench.role('reset')
    const attacker = await forgetful(await holder(bench))
    const victim = await holder(bench)
    if (attacker.account.email === victim.account.email)
      throw new NotTestable(`${bench.target.name} has one account alone.`)
    const link = await mailedLink(attacker, reset.openLink)
    await attacker.open(link)
    await attacker.reach(reset.passwordForm)
    const sent = await attacker.interceptRequest(() => chooseNewPassword(attacker))
    const forged = naming(sent.body, attacker.account.email, victim.account.email)
    const jar = await Jar.of(attacker)
    await jar.sendFresh({ ...sent, body: forged })
    await jar.close()
    bench.claim('victim', await opens(victim, 'right'), 'its password has changed')
    await attacker.open(link)
    if (await attacker.isAt(reset.passwordForm, 500)) await chooseNewPassword(attacker)
    attacker.session.choosePassword(otherPassword(bench))
    bench.claim('control', await opens(attacker, 'new'), 'it does not')
  },
})

async function forgetful(person: Person): Promise<Person> {
  await toForgotten(person)
  await askForReset(person)
  await nextMail(person, person.role('reset').openLink, 0)
  return person
}

async function opens(person: Person, password: string): Promise<boolean> {
  await toPassword(person)
  await enterPassword(person, password)
  return isPastPassword(person)
}

/** The body with another account: in place of the address it names, and in every field that products have for one. */
function naming(body: string, own: string, other: string): string {
  if (body.startsWith('{'))
    return JSON.stringify({ ...JSON.parse(body.replaceAll(own, other)), ...accountFields(other) })
  const fields = new URLSearchParams(body)
  for (const [name, value] of [...fields]) if (value === own) fields.set(name, other)
  for (const [name, value] of Object.entries(accountFields(other))) fields.set(name, value)
  return fields.toString()
}

const accountFields = (email: string) => ({ email, username: email, user: email, login: email })
