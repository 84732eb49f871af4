import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const invalidIss: Misbehaviour = {
  id: 'invalid-iss',
  group: 'basic',
  clause: 'Core 3.1.3.7 rule 2',
  breaks: 'The iss of the ID token ends in a slash too many.',
  goodClient: 'Compares iss with the discovered issuer, character by character, and refuses.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { iss: `${String(draft.claims.iss)}/` }),
}
