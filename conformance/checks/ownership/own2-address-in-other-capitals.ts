import { fieldOf } from '../../../machines/model/perform.ts'
import { valueFor } from '../../session/known.ts'
import { fillAtTarget } from '../../session/overrides.ts'
import { enterPassword, isPastPassword, member, toEmail } from '../bench/journeys.ts'
import { Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { defineCheck } from '../check.ts'

export const own2 = defineCheck({
  id: 'OWN2',
  title: 'An address in other capitals is the same account',
  source: 'RFC 5321 §2.3.11, §4.1.2 (domains have no case); products in use compare the local part so, too',
  level: 'SHOULD',
  roles: ['login'],
  needs: [],
  claims: { capitals: 'the address in capitals and the right password log in as usual' },
  async prove(bench) {
    const person = await member(bench)
    if (!(await opensWith(await bench.elsewhere(person), (email) => email)))
      throw new Unproven('The right password is not accepted.')
    const capitals = await opensWith(await bench.elsewhere(person), (email) => email.toUpperCase())
    bench.claim('capitals', capitals, 'they do not')
  },
})

/** Whether the password opens the account of the address in that writing. */
async function opensWith(person: Person, write: (email: string) => string): Promise<boolean> {
  const { session } = person
  const { enterEmail, passwordForm } = person.role('login')
  await toEmail(person)
  const { screen, fill = {}, ...act } = enterEmail('registered')
  for (const [label, symbol] of Object.entries(fill)) {
    const email = await valueFor(session, fieldOf(session.screen(screen), label), symbol)
    await fillAtTarget(session, screen, label, write(email))
  }
  await person.perform({ screen, ...act })
  if (!(await person.isAt(passwordForm))) return false
  await enterPassword(person)
  return isPastPassword(person)
}
