import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const rpBackchannelRpinitlogoutAlgNone: Misbehaviour = {
  id: 'rp-backchannel-rpinitlogout-alg-none',
  group: 'logout',
  clause: 'Back-Channel Logout 2.6 rule 3',
  breaks: 'The logout token is not signed: alg is none.',
  goodClient: 'Answers 400 and ends no session.',
  expect: 'reject',
  seenAt: 'logout',
  logoutToken: (draft) => signedWith({ ...draft, header: { ...draft.header, alg: 'none' } }, 'none'),
}
