import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const invalidIss: Misbehaviour = {
  id: 'invalid-iss',
  group: 'basic',
  clause: 'Core 3.1.3.7 rule 2',
  breaks: 'The issuer in the ID token (iss) has an extra slash at the end.',
  goodClient: 'Compares iss with the discovered issuer, character by character, and refuses.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { iss: `${String(draft.claims.iss)}/` }),
}
