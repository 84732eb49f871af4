import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

const another = (claims: Record<string, unknown>) =>
  Object.fromEntries(
    ['sub', 'oid'].flatMap((name) => (claims[name] === undefined ? [] : [[name, `${claims[name]}-another`]])),
  )

export const anotherSubject: Misbehaviour = {
  id: 'another-subject',
  group: 'beyond the suite',
  clause: 'Core 5.7',
  breaks:
    'Nothing: the address and the sign-in name now belong to someone else, with a different sub and oid.',
  goodClient: 'Accepts the token, and does not open the account of the earlier subject.',
  expect: 'accept',
  idToken: (draft) => withClaims(draft, another(draft.claims)),
  userinfo: (claims) => ({ ...claims, ...another(claims) }),
}
