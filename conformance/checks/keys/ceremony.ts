import { SecurityKey } from '../../../machines/devices/security-key.ts'
import type { Act, Role } from '../../../machines/model/roles.ts'
import { overridesFor } from '../../session/overrides.ts'
import type { Bench } from '../bench/bench.ts'
import { arrive, enterPassword, toPassword } from '../bench/journeys.ts'
import { NotTestable, Unproven } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { poll } from '../bench/poll.ts'
import type { SecondAccount } from '../bench/second-account.ts'
import { BrowserKey } from './browser-key.ts'

/** A person who is asked for a security key, and a software key that the browser asks. Roles: login, keys, session. */
export interface Ceremony {
  kind: 'login' | 'registration'
  person: Person
  browser: BrowserKey
  key: SecurityKey
  /** Where the key is asked for. */
  at: string
  /** Has the browser ask it. */
  ask: Act
  /** Where an accepted answer leads. */
  next: string
}

/**
 * How people log in with a security key.
 * @throws NotTestable where nobody does who can be arranged
 */
export function keysHere(bench: Bench): Role<'keys'> {
  const keys = bench.role('keys')
  if (bench.target.capabilities.includes('security-key') && bench.canArrange(keys.holder)) return keys
  throw new NotTestable('Nobody logs in with a security key here.')
}

/** Touches the key: the page asks it, and sends what it says. */
export async function touch({ person, browser, ask }: Ceremony) {
  await person.perform(ask)
  if (browser.problem) throw browser.problem
}

/**
 * What the key says at a login where its answer is never sent: the page waits for it from then on.
 * @throws Unproven when the page asks no key
 */
export async function heldAnswer({ person, browser, key, ask }: Ceremony) {
  browser.meanwhile = () => new Promise(() => undefined)
  await person.perform(ask)
  const asked = await poll(() => browser.asked.at(-1), person.patience)
  if (asked?.kind !== 'get') throw new Unproven('The page asked no key.')
  return key.authenticate(asked.options, asked.origin, {})
}

/** Section 7.2: someone with a registered key, half-way through the login. */
export async function toAssertion(bench: Bench, before?: Ceremony): Promise<Ceremony> {
  const { holder, prompt, useKey } = bench.role('keys')
  const person = before ? await bench.elsewhere(before.person) : await bench.person(holder)
  const { securityKey } = person.account
  if (!securityKey) throw new NotTestable(`${bench.target.name} cannot register a software key.`)
  const key = before?.key ?? SecurityKey.fromJSON({ credentials: [securityKey] })
  const browser = await BrowserKey.in(person, key)
  await toPassword(person)
  await enterPassword(person)
  await person.reach(prompt)
  const next = bench.role('session').protectedPage
  return { kind: 'login', person, browser, key, at: prompt, ask: useKey, next }
}

/**
 * Section 7.1: someone without a second factor, who has chosen a security key.
 * @param second someone else's account in a session
 */
export async function toRegistration(bench: Bench, second?: SecondAccount): Promise<Ceremony> {
  const { methods, chooseKey, registration, registerKey, naming } = bench.role('keys')
  const person = second?.person ?? (await bench.person(bench.role('login').withoutFactor))
  const key = new SecurityKey()
  const browser = await BrowserKey.in(person, key)
  await toPassword(person, second?.email)
  await enterPassword(person, second?.password)
  await person.reach(methods)
  await person.perform(chooseKey)
  await person.reach(registration)
  const isNamed = naming && overridesFor(person.session, naming.form).absent === undefined
  const next = isNamed ? naming.form : bench.role('session').protectedPage
  return { kind: 'registration', person, browser, key, at: registration, ask: registerKey, next }
}

/** Touches the key that is being registered, and names it if the product asks for a name; ends logged in. */
export async function register(registration: Ceremony) {
  const { person, next } = registration
  const { naming } = person.role('keys')
  await touch(registration)
  if (naming && next === naming.form) await person.perform(naming.name)
  await arrive(person)
}
