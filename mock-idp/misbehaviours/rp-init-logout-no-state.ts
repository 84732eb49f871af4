import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpInitLogoutNoState: Misbehaviour = {
  id: 'rp-init-logout-no-state',
  group: 'logout',
  clause: 'RP-Initiated Logout 3',
  breaks: 'No state comes back after the logout.',
  goodClient: 'Misses the one it sent and does not trust the answer.',
  expect: 'reject',
  seenAt: 'logout',
  postLogout: (params) => without(params, 'state'),
}
