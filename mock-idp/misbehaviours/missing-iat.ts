import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingIat: Misbehaviour = {
  id: 'missing-iat',
  group: 'basic',
  clause: 'Core 2',
  breaks: 'The ID token has no issue time (iat).',
  goodClient: 'Refuses, because iat is required.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { iat: undefined }),
}
