import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const addressOfAnother: Misbehaviour = {
  id: 'address-of-another',
  group: 'beyond the suite',
  clause: 'Core 5.1 and 5.7; Entra xms_edov',
  breaks:
    'The ID token has this person’s email address but a different sign-in name, and the address is not verified.',
  goodClient: 'Accepts the token, and does not look up an account by that address.',
  expect: 'accept',
  idToken: (draft) => {
    const { email, preferred_username: name } = draft.claims
    return withClaims(draft, {
      email: email ?? name,
      preferred_username: `someone-else-${String(name)}`,
      email_verified: false,
      xms_edov: false,
    })
  },
}
