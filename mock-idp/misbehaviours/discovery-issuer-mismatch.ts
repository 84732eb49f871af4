import type { Misbehaviour } from './types.ts'

export const discoveryIssuerMismatch: Misbehaviour = {
  id: 'discovery-issuer-mismatch',
  group: 'config',
  clause: 'Discovery 4.3; ASVS 10.5.3',
  breaks: 'The issuer in the metadata is another than was asked for.',
  goodClient: 'Compares the two and stops.',
  expect: 'reject',
  discovery: (metadata) => ({ ...metadata, issuer: `${String(metadata.issuer)}-another` }),
}
