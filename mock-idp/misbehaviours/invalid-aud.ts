import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const invalidAud: Misbehaviour = {
  id: 'invalid-aud',
  group: 'basic',
  clause: 'Core 3.1.3.7 rule 3',
  breaks: 'The ID token is issued for a different client (aud).',
  goodClient: 'Refuses a token that was issued for someone else.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { aud: 'another-client' }),
}
