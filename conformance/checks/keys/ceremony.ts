import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { logIn } from '../../../machines/first-login/log-in.ts'
import { overridesFor } from '../../session/overrides.ts'
import type { Bench } from '../bench/bench.ts'
import { enterPassword, toMethod, toPassword } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import type { SecondAccount } from '../bench/second-account.ts'
import { KeyInHand } from './key-in-hand.ts'

/** A person who is asked for a security key, with one in software in the hand. */
export interface Ceremony {
  person: Person
  hand: KeyInHand
  key: SecurityKey
  /** Where the key is asked for. */
  at: 'verify-with-security-key' | 'adding-your-security-key'
  /** Where an accepted answer leads. */
  next: 'dashboard' | 'name-your-security-key'
}

/** Touches the key: the page asks it, and sends what it says. */
export async function touch({ person, hand, at }: Ceremony) {
  await person.does(at, { press: 'Use security key' })
  if (hand.problem) throw hand.problem
}

/** Section 7.2: somebody with a registered key, half-way through the login. */
export async function toAssertion(bench: Bench, before?: Ceremony): Promise<Ceremony> {
  const person = before ? await bench.elsewhere(before.person) : await bench.person(logIn, 'security-key')
  const { securityKey } = person.account
  if (!securityKey) throw new NotTestable(`${bench.target.name} registers no key that could be made up.`)
  const key = before?.key ?? SecurityKey.fromJSON({ credentials: [securityKey] })
  const hand = await KeyInHand.of(person, key)
  await toPassword(person)
  await enterPassword(person)
  await person.sees('verify-with-security-key')
  return { person, hand, key, at: 'verify-with-security-key', next: 'dashboard' }
}

/**
 * Section 7.1: somebody without a second factor, who has chosen a security key.
 * @param second somebody else's account in a session
 */
export async function toRegistration(bench: Bench, second?: SecondAccount): Promise<Ceremony> {
  const person = second?.person ?? (await bench.person(logIn, 'activated'))
  const key = new SecurityKey()
  const hand = await KeyInHand.of(person, key)
  await toMethod(person, second?.password, second?.email)
  await person.does('keep-your-account-safe', { press: 'Security Key' })
  await person.sees('adding-your-security-key')
  const isNamed = overridesFor(person.session, 'name-your-security-key').absent === undefined
  const next = isNamed ? 'name-your-security-key' : 'dashboard'
  return { person, hand, key, at: 'adding-your-security-key', next }
}

/** Touches the key that is to be registered, and gives it a name where one is asked for; ends at the dashboard. */
export async function register(registration: Ceremony) {
  const { person, next } = registration
  await touch(registration)
  if (next === 'name-your-security-key')
    await person.does(next, { fill: { 'Security key name': 'any' }, press: 'Continue' })
  await person.sees('dashboard')
}
