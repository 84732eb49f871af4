import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpInitLogoutNoState: Misbehaviour = {
  id: 'rp-init-logout-no-state',
  group: 'logout',
  clause: 'RP-Initiated Logout 3',
  breaks: 'No state comes back after the logout.',
  goodClient: 'Takes its user back anyway, because the logout has happened, and does not rely on a state.',
  expect: 'accept',
  seenAt: 'logout',
  postLogout: (params) => without(params, 'state'),
}
