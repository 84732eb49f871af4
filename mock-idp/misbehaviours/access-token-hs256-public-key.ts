import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const accessTokenHs256PublicKey: Misbehaviour = {
  id: 'access-token-hs256-public-key',
  group: 'beyond the suite',
  clause: 'RFC 8725 2.1 and 3.1',
  breaks: 'The access token is signed with HS256, keyed with the published public key.',
  goodClient: 'An API accepts only the algorithms that it expects, and answers 401.',
  expect: 'reject',
  seenAt: 'api',
  accessToken: (draft) => signedWith(draft, 'public-key', 'HS256'),
}
