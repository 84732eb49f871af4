import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

const another = (issuer: unknown) => `${String(issuer)}-another`

export const impersonatedIssuer: Misbehaviour = {
  id: 'impersonated-issuer',
  group: 'beyond the suite',
  clause: 'Discovery 4.3; RFC 9700 4.4',
  breaks: 'The metadata name another issuer than was asked for, and the tokens come in its name.',
  goodClient:
    'Compares the issuer of the metadata with their address and stops: nothing later tells the two apart.',
  expect: 'reject',
  discovery: (metadata) => ({ ...metadata, issuer: another(metadata.issuer) }),
  authorizeResponse: (params) => (params.iss ? { ...params, iss: another(params.iss) } : params),
  idToken: (draft) => withClaims(draft, { iss: another(draft.claims.iss) }),
}
