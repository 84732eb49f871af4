import { foreignTenantId, withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const tidNotInIss: Misbehaviour = {
  id: 'tid-not-in-iss',
  group: 'beyond the suite',
  clause: 'Entra tid and oid; no clause of a standard',
  breaks: 'The tenant in the ID token (tid) doesn’t match the one in its issuer (iss).',
  goodClient: 'Compares tid with iss, and refuses.',
  expect: 'reject',
  idToken: (draft) => withClaims(draft, { tid: foreignTenantId }),
}
