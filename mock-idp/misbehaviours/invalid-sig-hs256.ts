import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const invalidSigHs256: Misbehaviour = {
  id: 'invalid-sig-hs256',
  group: 'code flow',
  clause: 'Core 3.1.3.7 rule 7; RFC 8725 3.1',
  breaks:
    'The ID token is signed with HS256 and the client secret, although the client did not register that.',
  goodClient: 'Accepts only the registered algorithm, and refuses.',
  expect: 'reject',
  idToken: (draft) => signedWith(draft, 'client-secret', 'HS256'),
}
