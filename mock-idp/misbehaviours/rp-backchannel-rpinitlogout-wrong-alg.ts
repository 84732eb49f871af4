import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpBackchannelRpinitlogoutWrongAlg: Misbehaviour = {
  id: 'rp-backchannel-rpinitlogout-wrong-alg',
  group: 'logout',
  clause: 'Back-Channel Logout 2.6 rule 3',
  breaks: 'The logout token is signed with an algorithm that the client did not register.',
  goodClient: 'Answers 400 and ends no session.',
  expect: 'reject',
  seenAt: 'logout',
  logoutToken: (draft) => signedWith(draft, 'client-secret', 'HS256'),
}
