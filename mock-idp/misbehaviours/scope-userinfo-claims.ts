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
  breaks: 'Nothing: only the userinfo endpoint returns the claims of profile and email.',
  goodClient: 'Requests them from the userinfo endpoint.',
  expect: 'accept',
  idToken: (draft) => ({ ...draft, claims: without(draft.claims, ...fromUserinfo) }),
}
