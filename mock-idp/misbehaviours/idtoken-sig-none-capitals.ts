import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const idtokenSigNoneCapitals: Misbehaviour = {
  id: 'idtoken-sig-none-capitals',
  group: 'beyond the suite',
  clause: 'RFC 7515 4.1.1; RFC 8725 3.1',
  breaks: 'The ID token is not signed, and names its algorithm "nOnE".',
  goodClient: 'Takes the algorithms that it knows, letter by letter, and refuses every other one.',
  expect: 'reject',
  idToken: (draft) => signedWith(draft, 'none', 'nOnE'),
}
