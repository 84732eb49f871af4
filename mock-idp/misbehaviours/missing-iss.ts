import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingIss: Misbehaviour = {
  id: 'missing-iss',
  group: 'beyond the suite',
  clause: 'Core 2 and 3.1.3.7 rule 2',
  breaks: 'The ID token names no issuer (iss).',
  goodClient: 'Refuses, because iss is required.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { iss: undefined }),
}
