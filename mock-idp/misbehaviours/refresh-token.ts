import type { Misbehaviour } from './types.ts'

export const refreshToken: Misbehaviour = {
  id: 'refresh-token',
  group: 'refresh',
  clause: 'Core 12',
  breaks: 'Nothing: the provider also issues a refresh token.',
  goodClient: 'Refreshes, and checks the new ID token against the first.',
  expect: 'accept',
  seenAt: 'refresh',
}
