import { foreignTenantId, withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const foreignTenant: Misbehaviour = {
  id: 'foreign-tenant',
  group: 'beyond the suite',
  clause: 'Core 3.1.3.7 rule 2; Entra tid and oid',
  breaks: 'The ID token comes from a different tenant, which iss and tid name.',
  goodClient: 'Accepts tokens from its own tenant only, and refuses.',
  expect: 'reject',
  idToken: (draft) =>
    withClaims(draft, {
      iss: String(draft.claims.iss).replace(/[^/]+(?=\/(?:v2\.0)?$|$)/, foreignTenantId),
      tid: draft.claims.tid && foreignTenantId,
    }),
}
