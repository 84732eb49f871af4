import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const accessTokenInvalidIss: Misbehaviour = {
  id: 'access-token-invalid-iss',
  group: 'beyond the suite',
  clause: 'RFC 9068 4; ASVS 10.3.1',
  breaks: 'The access token names a different issuer (iss).',
  goodClient: 'An API compares iss with the issuer that it trusts, character by character, and answers 401.',
  expect: 'reject',
  seenAt: 'api',
  accessToken: (draft) =>
    withClaims(draft, { iss: `${String(draft.claims.iss).replace(/\/$/, '')}-another` }),
}
