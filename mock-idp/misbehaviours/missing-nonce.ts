import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingNonce: Misbehaviour = {
  id: 'missing-nonce',
  group: 'beyond the suite',
  clause: 'Core 3.1.3.7 rule 11',
  breaks: 'The ID token has no nonce, although the client sent one.',
  goodClient: 'Requires the nonce that it sent, and refuses.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { nonce: undefined }),
}
