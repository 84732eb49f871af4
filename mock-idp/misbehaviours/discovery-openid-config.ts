import type { Misbehaviour } from './types.ts'

export const discoveryOpenidConfig: Misbehaviour = {
  id: 'discovery-openid-config',
  group: 'config',
  clause: 'Discovery 4',
  breaks: 'Nothing: the authorization endpoint has a query string, which only the discovery document shows.',
  goodClient: 'Uses the endpoint from the discovery document, query string included.',
  expect: 'accept',
  discovery: (metadata) => ({
    ...metadata,
    authorization_endpoint: `${String(metadata.authorization_endpoint)}?from=discovery`,
  }),
}
