import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingSub: Misbehaviour = {
  id: 'missing-sub',
  group: 'basic',
  clause: 'Core 2',
  breaks: 'The ID token names no person (sub).',
  goodClient: 'Refuses a token that identifies nobody.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { sub: undefined }),
}
