import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingSub: Misbehaviour = {
  id: 'missing-sub',
  group: 'basic',
  clause: 'Core 2',
  breaks: 'The ID token has no sub.',
  goodClient: 'Refuses a token that names nobody.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { sub: undefined }),
}
