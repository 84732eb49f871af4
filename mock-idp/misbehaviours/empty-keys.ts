import type { Misbehaviour } from './types.ts'
import { unknownKid } from './unknown-kid.ts'

/** A client may keep keys that it has fetched before, so the ID token is not signed with one of those. */
export const emptyKeys: Misbehaviour = {
  ...unknownKid,
  id: 'empty-keys',
  clause: 'Core 10.1',
  breaks: 'No key is published, and the ID token is signed with one that never was.',
  goodClient: 'Refuses what it can not verify.',
  keys: () => [],
}
