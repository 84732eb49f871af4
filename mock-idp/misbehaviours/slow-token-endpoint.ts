import type { Misbehaviour } from './types.ts'

export const slowTokenEndpoint: Misbehaviour = {
  id: 'slow-token-endpoint',
  group: 'beyond the suite',
  clause: 'ASVS 13.1.3',
  breaks: 'The token endpoint takes 15 seconds to answer.',
  goodClient: 'Gives up in time, shows that the login failed, and starts no session.',
  expect: 'reject',
  delayMs: { token: 15_000 },
}
