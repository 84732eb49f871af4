import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingExp: Misbehaviour = {
  id: 'missing-exp',
  group: 'beyond the suite',
  clause: 'Core 2',
  breaks: 'The ID token has no expiry time (exp).',
  goodClient: 'Refuses, because exp is required.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { exp: undefined }),
}
