import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpBackchannelRpinitlogoutWrongAud: Misbehaviour = {
  id: 'rp-backchannel-rpinitlogout-wrong-aud',
  group: 'logout',
  clause: 'Back-Channel Logout 2.6 rule 4',
  breaks: 'The logout token is issued for a different client (aud).',
  goodClient: 'Answers 400 and ends no session.',
  expect: 'reject',
  seenAt: 'logout',
  logoutToken: (draft) => withClaims(draft, { aud: 'another-client' }),
}
