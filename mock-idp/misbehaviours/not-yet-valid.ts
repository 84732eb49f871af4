import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const notYetValid: Misbehaviour = {
  id: 'not-yet-valid',
  group: 'beyond the suite',
  clause: 'RFC 7519 4.1.5',
  breaks: 'The ID token becomes valid in an hour (nbf).',
  goodClient: 'Compares nbf with its clock, and refuses.',
  expect: 'reject',
  idToken: (draft, { now }) => withClaims(draft, { nbf: now + 3600, exp: now + 7200 }),
}
