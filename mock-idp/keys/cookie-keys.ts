import { randomBytes } from 'node:crypto'
import { type KeyStore, keepFirst } from '../store/keys.ts'

const name = 'cookies'

/** The keys that cookies are signed with: kept, so that browsers stay signed in over a restart. */
export async function cookieKeys(store: KeyStore): Promise<string[]> {
  const kept = await store.get(name)
  if (kept !== undefined) return JSON.parse(kept)
  return JSON.parse(await keepFirst(store, name, JSON.stringify([randomBytes(32).toString('base64url')])))
}
