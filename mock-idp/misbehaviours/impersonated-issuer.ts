import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

const another = (issuer: unknown) => `${String(issuer)}-another`

export const impersonatedIssuer: Misbehaviour = {
  id: 'impersonated-issuer',
  group: 'beyond the suite',
  clause: 'Discovery 4.3; RFC 9700 4.4',
  breaks:
    'The discovery document names a different issuer than the client asked for, and the tokens name that issuer too.',
  goodClient:
    'Compares the issuer with the address of the document, and stops: no later check can tell the two apart.',
  expect: 'reject',
  discovery: (metadata) => ({ ...metadata, issuer: another(metadata.issuer) }),
  authorizeResponse: (params) => (params.iss ? { ...params, iss: another(params.iss) } : params),
  idToken: (draft) => withClaims(draft, { iss: another(draft.claims.iss) }),
}
