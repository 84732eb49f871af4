import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const nonceInvalid: Misbehaviour = {
  id: 'nonce-invalid',
  group: 'basic',
  clause: 'Core 3.1.3.7 rule 11',
  breaks: 'The nonce in the ID token doesn’t match the one that the client sent.',
  goodClient: 'Compares the two, and refuses.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { nonce: `${String(draft.claims.nonce)}-another` }),
}
