import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingIss: Misbehaviour = {
  id: 'missing-iss',
  group: 'beyond the suite',
  clause: 'Core 2 and 3.1.3.7 rule 2',
  breaks: 'The ID token has no iss.',
  goodClient: 'Requires the claim and refuses.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { iss: undefined }),
}
