import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const invalidSigRs256: Misbehaviour = {
  id: 'invalid-sig-rs256',
  group: 'basic',
  clause: 'Core 3.1.3.7 rule 6',
  breaks: 'The ID token has an invalid signature.',
  goodClient: 'Verifies the signature, and refuses.',
  expect: 'reject',
  idToken: (draft) => signedWith(draft, 'corrupt'),
}
