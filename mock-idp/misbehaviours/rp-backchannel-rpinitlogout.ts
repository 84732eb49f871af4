import type { Misbehaviour } from './types.ts'

export const rpBackchannelRpinitlogout: Misbehaviour = {
  id: 'rp-backchannel-rpinitlogout',
  group: 'logout',
  clause: 'Back-Channel Logout 2.5',
  breaks: 'Nothing: at logout, the provider sends the client a logout token.',
  goodClient: 'Checks the token and ends the session that it names.',
  expect: 'accept',
  seenAt: 'logout',
}
