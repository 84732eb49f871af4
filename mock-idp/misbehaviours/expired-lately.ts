import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const expiredLately: Misbehaviour = {
  id: 'expired-lately',
  group: 'beyond the suite',
  clause: 'Core 3.1.3.7 rule 9',
  breaks: 'The ID token expired ten minutes ago.',
  goodClient: 'Allows for clocks that differ by a few minutes, and refuses anything older.',
  expect: 'reject',
  idToken: (draft, { now }) => withClaims(draft, { iat: now - 4200, exp: now - 600 }),
}
