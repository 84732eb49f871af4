import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpBackchannelRpinitlogoutWithNonce: Misbehaviour = {
  id: 'rp-backchannel-rpinitlogout-with-nonce',
  group: 'logout',
  clause: 'Back-Channel Logout 2.6 rule 7',
  breaks: 'The logout token has a nonce, as only an ID token may.',
  goodClient: 'Answers 400 and ends no session.',
  expect: 'reject',
  seenAt: 'logout',
  logoutToken: (draft) => withClaims(draft, { nonce: 'a-nonce' }),
}
