import { foreignTenantId, withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const tidNotInIss: Misbehaviour = {
  id: 'tid-not-in-iss',
  group: 'beyond the suite',
  clause: 'Entra tid and oid; no clause of a standard',
  breaks: 'The tid of the ID token is another tenant than the one in its iss.',
  goodClient: 'Compares tid with iss and refuses.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { tid: foreignTenantId }),
}
