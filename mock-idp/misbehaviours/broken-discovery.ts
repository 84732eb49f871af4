import type { Misbehaviour } from './types.ts'

export const brokenDiscovery: Misbehaviour = {
  id: 'broken-discovery',
  group: 'beyond the suite',
  clause: 'Discovery 4.2',
  breaks: 'The discovery document is not valid JSON.',
  goodClient: 'Says that it cannot use the provider, and stores nothing.',
  expect: 'reject',
  answer: (endpoint) =>
    endpoint === 'discovery'
      ? { status: 200, headers: { 'content-type': 'application/json' }, body: '{"issuer": ' }
      : undefined,
}
