import type { Misbehaviour } from './types.ts'

export const rpInitLogout: Misbehaviour = {
  id: 'rp-init-logout',
  group: 'logout',
  clause: 'RP-Initiated Logout 2',
  breaks: 'Nothing: the provider has an endpoint for logging out.',
  goodClient: 'Sends the user to the end-session endpoint, and shows its own page again afterwards.',
  expect: 'accept',
  seenAt: 'logout',
}
