import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const refreshTokenInvalidSub: Misbehaviour = {
  id: 'refresh-token-invalid-sub',
  group: 'refresh',
  clause: 'Core 12.2',
  breaks: 'After a refresh, the ID token names a different person (sub).',
  goodClient: 'Compares it with the first ID token, and refuses.',
  expect: 'reject',
  seenAt: 'refresh',
  idToken: (draft, { refreshing }) =>
    refreshing ? withClaims(draft, { sub: `${String(draft.claims.sub)}-another` }) : draft,
}
