import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const refreshTokenInvalidIssuer: Misbehaviour = {
  id: 'refresh-token-invalid-issuer',
  group: 'refresh',
  clause: 'Core 12.2',
  breaks: 'The ID token of a refresh has another iss than the first.',
  goodClient: 'Compares the two and refuses.',
  expect: 'reject',
  seenAt: 'refresh',
  idToken: (draft, { refreshing }) =>
    refreshing ? withClaims(draft, { iss: `${String(draft.claims.iss)}-another` }) : draft,
}
