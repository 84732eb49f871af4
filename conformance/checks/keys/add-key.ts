import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { fillAtTarget, overridesFor } from '../../session/overrides.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { pressAdding } from '../codes/factor-pages.ts'
import { BrowserKey } from './browser-key.ts'

interface Added {
  /** What the browser of this person asks; default: a new key. */
  browser?: BrowserKey
  /** What the key is called; default: any name. */
  name?: string
}

/**
 * Someone who is logged in, and has proven afresh who they are, adds a security key: from the list of their factors on. Uses keys.
 * @returns whether the product has asked for its name
 * @throws NotTestable where nobody has one here
 */
export async function addKey(person: Person, { browser: given, name }: Added = {}): Promise<boolean> {
  const browser = given ?? (await BrowserKey.in(person, new SecurityKey()))
  await beginKey(person)
  const keys = person.role('keys')
  await person.perform(keys.registerKey)
  if (browser.problem) throw browser.problem
  const { naming } = keys
  const isNamed = naming !== undefined && overridesFor(person.session, naming.form).absent === undefined
  if (isNamed) {
    await person.reach(naming.form)
    const { screen, fill = {}, ...act } = naming.name
    for (const label of name === undefined ? [] : Object.keys(fill))
      await fillAtTarget(person.session, screen, label, name ?? '')
    await person.perform({ screen, ...(name === undefined && { fill }), ...act })
  }
  await person.settle()
  return isNamed
}

/** The same as far as the page that asks for the key. */
export async function beginKey(person: Person): Promise<void> {
  const { bench } = person
  const keys = bench.optionalRole('keys')
  if (!keys || !bench.target.capabilities.includes('security-key'))
    throw new NotTestable('Nobody adds a security key as a second factor here.')
  await pressAdding(person)
  await person.reach(keys.methods)
  await person.perform(keys.chooseKey)
  await person.reach(keys.registration)
}
