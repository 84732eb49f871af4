import type { Misbehaviour } from './types.ts'

export const slowDiscovery: Misbehaviour = {
  id: 'slow-discovery',
  group: 'beyond the suite',
  clause: 'ASVS 13.1.3',
  breaks: 'The discovery document takes 15 seconds to arrive.',
  goodClient: 'Gives up in time, and says so.',
  expect: 'reject',
  delayMs: { discovery: 15_000 },
}
