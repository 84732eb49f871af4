import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpInitLogoutNoState: Misbehaviour = {
  id: 'rp-init-logout-no-state',
  group: 'logout',
  clause: 'RP-Initiated Logout 3',
  breaks: 'No state comes back after the logout.',
  goodClient: 'Takes its user back all the same, for the logout has happened, and builds on no state.',
  expect: 'accept',
  seenAt: 'logout',
  postLogout: (params) => without(params, 'state'),
}
