import { randomBytes } from 'node:crypto'
import type { KeyStore } from '../store/keys.ts'

const name = 'cookies'

/** The keys that cookies are signed with: kept, so that browsers stay signed in over a restart. */
export async function cookieKeys(store: KeyStore): Promise<string[]> {
  const kept = await store.get(name)
  if (kept !== undefined) return JSON.parse(kept)
  const made = [randomBytes(32).toString('base64url')]
  await store.put(name, JSON.stringify(made))
  return made
}
