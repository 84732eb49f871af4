import type { Misbehaviour } from './types.ts'

export const discoveryJwksUriKeys: Misbehaviour = {
  id: 'discovery-jwks-uri-keys',
  group: 'config',
  clause: 'Discovery 3',
  breaks: 'Nothing: the keys are at an address that only the discovery document names.',
  goodClient: 'Reads jwks_uri from the discovery document.',
  expect: 'accept',
  discovery: (metadata) => ({ ...metadata, jwks_uri: `${String(metadata.jwks_uri)}?from=discovery` }),
}
