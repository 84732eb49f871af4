import type { Misbehaviour } from './types.ts'

export const rpBackchannelOpinitlogout: Misbehaviour = {
  id: 'rp-backchannel-opinitlogout',
  group: 'beyond the suite',
  clause: 'Back-Channel Logout 2.5',
  breaks: 'Nothing: someone logs out at the provider, which sends the client a logout token.',
  goodClient: 'Checks the token and ends the session that it names, although it did not ask for it.',
  expect: 'accept',
  seenAt: 'logout',
}
