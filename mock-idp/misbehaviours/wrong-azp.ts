import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const wrongAzp: Misbehaviour = {
  id: 'wrong-azp',
  group: 'beyond the suite',
  clause: 'Core 3.1.3.7 rule 5',
  breaks: 'The ID token has two audiences, and its authorized party (azp) is the other one.',
  goodClient: 'Sees that it is not the authorized party, and refuses.',
  expect: 'reject',
  idToken: (draft, { clientId }) =>
    withClaims(draft, { aud: [clientId, 'another-client'], azp: 'another-client' }),
}
