import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const accessTokenExpired: Misbehaviour = {
  id: 'access-token-expired',
  group: 'beyond the suite',
  clause: 'RFC 9068 4; RFC 7519 4.1.4',
  breaks: 'The access token (a JWT) expired an hour ago.',
  goodClient: 'An API compares exp with its clock and answers 401.',
  expect: 'reject',
  seenAt: 'api',
  accessToken: (draft, { now }) => withClaims(draft, { iat: now - 7200, nbf: now - 7200, exp: now - 3600 }),
}
