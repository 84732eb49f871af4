import type { Misbehaviour } from './types.ts'

export const rpBackchannelOpinitlogout: Misbehaviour = {
  id: 'rp-backchannel-opinitlogout',
  group: 'beyond the suite',
  clause: 'Back-Channel Logout 2.5',
  breaks: 'Nothing: a logout that began at the provider sends the client a logout token.',
  goodClient: 'Checks the token and ends the session that it names, though it asked for nothing.',
  expect: 'accept',
  seenAt: 'logout',
}
