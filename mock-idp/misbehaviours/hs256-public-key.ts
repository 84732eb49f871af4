import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const hs256PublicKey: Misbehaviour = {
  id: 'hs256-public-key',
  group: 'beyond the suite',
  clause: 'RFC 8725 2.1 and 3.1',
  breaks: 'The ID token is signed with HS256, keyed with the published public key.',
  goodClient: 'Never uses a public key as an HMAC secret, and refuses.',
  expect: 'reject',
  idToken: (draft) => signedWith(draft, 'public-key', 'HS256'),
}
