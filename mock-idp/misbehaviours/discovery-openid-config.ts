import type { Misbehaviour } from './types.ts'

export const discoveryOpenidConfig: Misbehaviour = {
  id: 'discovery-openid-config',
  group: 'config',
  clause: 'Discovery 4',
  breaks: 'Nothing: the authorization endpoint has a query, which only the metadata tell.',
  goodClient: 'Takes the endpoint from the metadata, query included.',
  expect: 'accept',
  discovery: (metadata) => ({
    ...metadata,
    authorization_endpoint: `${String(metadata.authorization_endpoint)}?from=discovery`,
  }),
}
