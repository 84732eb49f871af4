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
    'Nothing: the address and the sign-in name were given to someone else, who has another sub and oid.',
  goodClient: 'Takes the token, and finds no account that belongs to another subject.',
  expect: 'accept',
  idToken: (draft) => withClaims(draft, another(draft.claims)),
  userinfo: (claims) => ({ ...claims, ...another(claims) }),
}
