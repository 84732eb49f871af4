import type { Misbehaviour } from './types.ts'

export const brokenDiscovery: Misbehaviour = {
  id: 'broken-discovery',
  group: 'beyond the suite',
  clause: 'Discovery 4.2',
  breaks: 'The metadata are no JSON.',
  goodClient: 'Says that the provider can not be used, and keeps nothing.',
  expect: 'reject',
  answer: (endpoint) =>
    endpoint === 'discovery'
      ? { status: 200, headers: { 'content-type': 'application/json' }, body: '{"issuer": ' }
      : undefined,
}
