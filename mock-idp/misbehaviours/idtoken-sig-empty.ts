import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const idtokenSigEmpty: Misbehaviour = {
  id: 'idtoken-sig-empty',
  group: 'beyond the suite',
  clause: 'Core 3.1.3.7 rule 6; RFC 7515 5.2',
  breaks: 'The ID token names RS256, but its signature is empty.',
  goodClient: 'Verifies the signature even if it is empty, and refuses.',
  expect: 'reject',
  idToken: (draft) => signedWith(draft, 'none', 'RS256'),
}
