import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const refreshTokenInvalidSub: Misbehaviour = {
  id: 'refresh-token-invalid-sub',
  group: 'refresh',
  clause: 'Core 12.2',
  breaks: 'The ID token of a refresh has another sub than the first.',
  goodClient: 'Compares the two and refuses.',
  expect: 'reject',
  seenAt: 'refresh',
  idToken: (draft, { refreshing }) =>
    refreshing ? withClaims(draft, { sub: `${String(draft.claims.sub)}-another` }) : draft,
}
