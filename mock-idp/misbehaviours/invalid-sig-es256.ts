import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const invalidSigEs256: Misbehaviour = {
  id: 'invalid-sig-es256',
  group: 'code flow',
  clause: 'Core 3.1.3.7 rule 6',
  breaks: 'The ID token is signed with ES256 and a key that is not published.',
  goodClient: 'Finds no such key, and refuses.',
  expect: 'reject',
  idToken: (draft) => signedWith(draft, 'foreign-key', 'ES256'),
}
