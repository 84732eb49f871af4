import type { Misbehaviour } from './types.ts'

export const discoveryIssuerMismatch: Misbehaviour = {
  id: 'discovery-issuer-mismatch',
  group: 'config',
  clause: 'Discovery 4.3; ASVS 10.5.3',
  breaks: 'The issuer in the discovery document doesn’t match the one that the client asked for.',
  goodClient: 'Compares the two and stops.',
  expect: 'reject',
  discovery: (metadata) => ({ ...metadata, issuer: `${String(metadata.issuer)}-another` }),
}
