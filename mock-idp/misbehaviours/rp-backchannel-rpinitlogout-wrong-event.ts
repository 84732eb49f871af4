import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpBackchannelRpinitlogoutWrongEvent: Misbehaviour = {
  id: 'rp-backchannel-rpinitlogout-wrong-event',
  group: 'logout',
  clause: 'Back-Channel Logout 2.6 rule 6',
  breaks: 'The events claim of the logout token names a different event.',
  goodClient: 'Answers 400 and ends no session.',
  expect: 'reject',
  seenAt: 'logout',
  logoutToken: (draft) => withClaims(draft, { events: { 'http://schemas.openid.net/event/another': {} } }),
}
