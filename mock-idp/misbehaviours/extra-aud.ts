import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const extraAud: Misbehaviour = {
  id: 'extra-aud',
  group: 'beyond the suite',
  clause: 'Core 3.1.3.7 rule 3',
  breaks: 'The ID token has a second audience and no azp.',
  goodClient: 'Refuses a token with an audience that it does not trust.',
  expect: 'reject',
  idToken: (draft, { clientId }) => withClaims(draft, { aud: [clientId, 'another-client'], azp: undefined }),
}
