import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingAud: Misbehaviour = {
  id: 'missing-aud',
  group: 'code flow',
  clause: 'Core 2',
  breaks: 'The ID token names no audience (aud).',
  goodClient: 'Refuses a token that is issued for nobody.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { aud: undefined }),
}
