import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const emailNotVerified: Misbehaviour = {
  id: 'email-not-verified',
  group: 'beyond the suite',
  clause: 'Core 5.1 and 5.7',
  breaks: 'The ID token says email_verified: false.',
  goodClient: 'Accepts the token, and does not look up an account by that address.',
  expect: 'accept',
  idToken: (draft) => withClaims(draft, { email_verified: false, xms_edov: false }),
}
