import { logIn } from '../../../machines/log-in.ts'
import type { Bench } from '../bench/bench.ts'
import { enterPassword, toMethod, toPassword } from '../bench/journeys.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { KeyInHand } from './key-in-hand.ts'
import { SoftwareKey } from './software-key.ts'

/** A person who is asked for a security key, with one in software in the hand. */
export interface Ceremony {
  person: Person
  hand: KeyInHand
  key: SoftwareKey
  /** Where the key is asked for. */
  at: 'verify-with-security-key' | 'adding-your-security-key'
  /** Where an accepted answer leads. */
  next: 'dashboard' | 'name-your-security-key'
}

/** Touches the key: the page asks it, and sends what it says. */
export const touch = ({ person, at }: Ceremony) => person.does(at, { press: 'Use security key' })

/** Section 7.2: somebody with a registered key, half-way through the login. */
export async function toAssertion(bench: Bench, before?: Ceremony): Promise<Ceremony> {
  const person = before ? await bench.elsewhere(before.person) : await bench.person(logIn, 'security-key')
  const { securityKey } = person.account
  if (!securityKey) throw new NotTestable(`${bench.target.name} registers no key that could be made up.`)
  const key = before?.key ?? new SoftwareKey(securityKey)
  const hand = await KeyInHand.of(person, key)
  await toPassword(person)
  await enterPassword(person)
  await person.sees('verify-with-security-key')
  return { person, hand, key, at: 'verify-with-security-key', next: 'dashboard' }
}

/**
 * Section 7.1: somebody without a second factor, who has chosen a security key.
 * @param second a second user of the world, who has activated the account a moment ago
 */
export async function toRegistration(bench: Bench, second?: Person): Promise<Ceremony> {
  const person = second ?? (await bench.person(logIn, 'activated'))
  const key = new SoftwareKey()
  const hand = await KeyInHand.of(person, key)
  await toMethod(person, ...(second ? (['new', 'second'] as const) : []))
  await person.does('keep-your-account-safe', { press: 'Security Key' })
  await person.sees('adding-your-security-key')
  return { person, hand, key, at: 'adding-your-security-key', next: 'name-your-security-key' }
}
