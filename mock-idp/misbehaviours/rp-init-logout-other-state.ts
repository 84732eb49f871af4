import type { Misbehaviour } from './types.ts'

export const rpInitLogoutOtherState: Misbehaviour = {
  id: 'rp-init-logout-other-state',
  group: 'logout',
  clause: 'RP-Initiated Logout 3',
  breaks: 'The state that comes back after the logout is another than was sent.',
  goodClient: 'Takes its user back anyway, because the logout has happened, and ignores the state.',
  expect: 'accept',
  seenAt: 'logout',
  postLogout: (params) => ({ ...params, state: 'another-state' }),
}
