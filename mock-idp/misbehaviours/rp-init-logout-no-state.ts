import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpInitLogoutNoState: Misbehaviour = {
  id: 'rp-init-logout-no-state',
  group: 'logout',
  clause: 'RP-Initiated Logout 3',
  breaks: 'The provider returns no state after the logout.',
  goodClient: 'Shows its own page again, because the logout has happened, and does not depend on the state.',
  expect: 'accept',
  seenAt: 'logout',
  postLogout: (params) => without(params, 'state'),
}
