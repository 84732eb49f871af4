import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const expired: Misbehaviour = {
  id: 'expired',
  group: 'beyond the suite',
  clause: 'Core 3.1.3.7 rule 9',
  breaks: 'The ID token expired an hour ago.',
  goodClient: 'Compares exp with its clock, and refuses.',
  expect: 'reject',
  idToken: (draft, { now }) => withClaims(draft, { iat: now - 7200, exp: now - 3600 }),
}
