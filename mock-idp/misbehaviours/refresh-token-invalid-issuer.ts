import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const refreshTokenInvalidIssuer: Misbehaviour = {
  id: 'refresh-token-invalid-issuer',
  group: 'refresh',
  clause: 'Core 12.2',
  breaks: 'After a refresh, the ID token names a different issuer (iss).',
  goodClient: 'Compares it with the first ID token, and refuses.',
  expect: 'reject',
  seenAt: 'refresh',
  idToken: (draft, { refreshing }) =>
    refreshing ? withClaims(draft, { iss: `${String(draft.claims.iss)}-another` }) : draft,
}
