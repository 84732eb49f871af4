import { SecurityKey } from '../../../machines/devices/security-key.ts'
import { overridesFor } from '../../session/overrides.ts'
import { NotTestable } from '../bench/outcome.ts'
import type { Person } from '../bench/person.ts'
import { pressAdding } from '../codes/factor-pages.ts'
import { BrowserKey } from './browser-key.ts'

/**
 * Someone who is logged in, and has proven afresh who they are, adds a security key: from the list of their factors on. Uses keys.
 * @throws NotTestable where nobody has one here
 */
export async function addKey(person: Person): Promise<void> {
  const { bench, session } = person
  const keys = bench.optionalRole('keys')
  if (!keys || !bench.target.capabilities.includes('security-key'))
    throw new NotTestable('The last factor can’t be removed, and nobody here has a second one.')
  const browser = await BrowserKey.in(person, new SecurityKey())
  await pressAdding(person)
  await person.reach(keys.methods)
  await person.perform(keys.chooseKey)
  await person.reach(keys.registration)
  await person.perform(keys.registerKey)
  if (browser.problem) throw browser.problem
  const { naming } = keys
  if (!naming || overridesFor(session, naming.form).absent !== undefined) return person.settle()
  await person.reach(naming.form)
  await person.perform(naming.name)
  await person.settle()
}
