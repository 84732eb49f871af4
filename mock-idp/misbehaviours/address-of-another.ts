import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const addressOfAnother: Misbehaviour = {
  id: 'address-of-another',
  group: 'beyond the suite',
  clause: 'Core 5.1 and 5.7; Entra xms_edov',
  breaks:
    'The ID token is of a person with another sign-in name, whose address the provider has not verified.',
  goodClient: 'Takes the token, and finds no account by that address.',
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
