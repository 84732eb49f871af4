import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpBackchannelRpinitlogoutNoEvent: Misbehaviour = {
  id: 'rp-backchannel-rpinitlogout-no-event',
  group: 'logout',
  clause: 'Back-Channel Logout 2.6 rule 6',
  breaks: 'The logout token has no events claim.',
  goodClient: 'Answers 400 and ends no session.',
  expect: 'reject',
  seenAt: 'logout',
  logoutToken: (draft) => withClaims(draft, { events: undefined }),
}
