import type { Misbehaviour } from './types.ts'

export const rpInitLogoutOtherState: Misbehaviour = {
  id: 'rp-init-logout-other-state',
  group: 'logout',
  clause: 'RP-Initiated Logout 3',
  breaks: 'The state after the logout doesn’t match the one that the client sent.',
  goodClient: 'Shows its own page again, because the logout has happened, and ignores the state.',
  expect: 'accept',
  seenAt: 'logout',
  postLogout: (params) => ({ ...params, state: 'another-state' }),
}
