import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const idtokenSigNoneCapitals: Misbehaviour = {
  id: 'idtoken-sig-none-capitals',
  group: 'beyond the suite',
  clause: 'RFC 7515 4.1.1; RFC 8725 3.1',
  breaks: 'The ID token is not signed, and spells its algorithm "nOnE".',
  goodClient: 'Accepts only the algorithms that it expects, spelled exactly, and refuses.',
  expect: 'reject',
  idToken: (draft) => signedWith(draft, 'none', 'nOnE'),
}
