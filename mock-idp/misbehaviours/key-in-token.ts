import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const keyInToken: Misbehaviour = {
  id: 'key-in-token',
  group: 'beyond the suite',
  clause: 'RFC 8725 3.8; RFC 7515 4.1.3 and 4.1.6',
  breaks: 'The ID token is signed with a key that appears only in its own header, as jwk and as x5c.',
  goodClient: 'Verifies with the published keys only, and refuses.',
  expect: 'reject',
  idToken: (draft) => signedWith(draft, 'key-in-header', 'RS256'),
}
