import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const idtokenSigNone: Misbehaviour = {
  id: 'idtoken-sig-none',
  group: 'basic',
  clause: 'Core 3.1.3.7 rule 6; ASVS 9.1.2',
  breaks: 'The ID token is not signed: alg is none.',
  goodClient:
    'Refuses, unless it was registered for alg none. In the code flow, Core accepts TLS in place of the signature; ASVS does not.',
  expect: 'reject',
  idToken: (draft) => signedWith({ ...draft, header: { alg: 'none' } }, 'none'),
}
