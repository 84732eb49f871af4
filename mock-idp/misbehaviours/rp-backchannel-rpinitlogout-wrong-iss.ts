import { withClaims } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpBackchannelRpinitlogoutWrongIss: Misbehaviour = {
  id: 'rp-backchannel-rpinitlogout-wrong-iss',
  group: 'logout',
  clause: 'Back-Channel Logout 2.6 rule 4',
  breaks: 'The logout token names a different issuer (iss).',
  goodClient: 'Answers 400 and ends no session.',
  expect: 'reject',
  seenAt: 'logout',
  logoutToken: (draft) => withClaims(draft, { iss: `${String(draft.claims.iss)}-another` }),
}
