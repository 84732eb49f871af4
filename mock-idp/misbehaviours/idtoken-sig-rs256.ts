import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const idtokenSigRs256: Misbehaviour = {
  id: 'idtoken-sig-rs256',
  group: 'basic',
  clause: 'Core 15.1',
  breaks: 'Nothing: the provider signs every ID token with RS256, whatever the client registered.',
  goodClient: 'Verifies RS256, and accepts.',
  expect: 'accept',
  idToken: (draft) => signedWith(draft, 'own', 'RS256'),
}
