import { inside } from './inside.ts'
import type { Misbehaviour } from './types.ts'

const id = 'discovery-endpoints-inside'

export const discoveryEndpointsInside: Misbehaviour = {
  id,
  group: 'beyond the suite',
  clause: 'OWASP ASVS 5.0 1.3.6',
  breaks: 'The discovery document names endpoints and keys in the client’s own network.',
  goodClient: 'Checks an address from the document as strictly as one that a person typed.',
  expect: 'reject',
  discovery: (metadata) => ({
    ...metadata,
    token_endpoint: inside(String(metadata.token_endpoint), id),
    userinfo_endpoint: inside(String(metadata.userinfo_endpoint), id),
    jwks_uri: inside(String(metadata.jwks_uri), id),
  }),
}
