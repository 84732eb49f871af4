import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const accessTokenInvalidSig: Misbehaviour = {
  id: 'access-token-invalid-sig',
  group: 'beyond the suite',
  clause: 'RFC 9068 4',
  breaks: 'The access token has an invalid signature.',
  goodClient: 'An API verifies the signature and answers 401.',
  expect: 'reject',
  seenAt: 'api',
  accessToken: (draft) => signedWith(draft, 'corrupt'),
}
