import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const accessTokenInvalidAud: Misbehaviour = {
  id: 'access-token-invalid-aud',
  group: 'beyond the suite',
  clause: 'RFC 9068 4; ASVS 10.3.1',
  breaks: 'The access token is issued for a different API (aud).',
  goodClient: 'An API accepts only tokens that are meant for it, and answers 401.',
  expect: 'reject',
  seenAt: 'api',
  accessToken: (draft) => withClaims(draft, { aud: 'another-api' }),
}
