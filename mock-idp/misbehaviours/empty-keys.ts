import type { Misbehaviour } from './types.ts'
import { unknownKid } from './unknown-kid.ts'

/** A client may keep keys that it has fetched before, so the ID token is not signed with one of those. */
export const emptyKeys: Misbehaviour = {
  ...unknownKid,
  id: 'empty-keys',
  clause: 'Core 10.1',
  breaks: 'The provider publishes no keys, and signs the ID token with a key that it never published.',
  goodClient: 'Refuses what it cannot verify.',
  keys: () => [],
}
