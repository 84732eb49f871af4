import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const otherHostIss: Misbehaviour = {
  id: 'other-host-iss',
  group: 'beyond the suite',
  clause: 'Core 3.1.3.7 rule 2',
  breaks: 'The issuer in the ID token (iss) is on a different host, with the same path.',
  goodClient: 'Compares all of iss with the discovered issuer, and refuses.',
  expect: 'reject',
  idToken: (draft) => {
    const iss = new URL(String(draft.claims.iss))
    iss.host = 'another-issuer.example'
    return withClaims(draft, { iss: iss.href })
  },
}
