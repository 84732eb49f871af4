import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

const fromUserinfo = [
  ...['name', 'given_name', 'family_name', 'preferred_username'],
  ...['email', 'email_verified'],
]

export const scopeUserinfoClaims: Misbehaviour = {
  id: 'scope-userinfo-claims',
  group: 'basic',
  clause: 'Core 5.4',
  breaks: 'Nothing: claims of profile and email come from the userinfo endpoint alone.',
  goodClient: 'Asks the userinfo endpoint for them.',
  expect: 'accept',
  idToken: (draft) => ({ ...draft, claims: without(draft.claims, ...fromUserinfo) }),
}
