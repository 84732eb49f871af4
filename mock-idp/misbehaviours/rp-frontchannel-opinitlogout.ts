import type { Misbehaviour } from './types.ts'

export const rpFrontchannelOpinitlogout: Misbehaviour = {
  id: 'rp-frontchannel-opinitlogout',
  group: 'logout',
  clause: 'Front-Channel Logout 2',
  breaks: 'Nothing: someone logs out at the provider, which loads the client’s logout page with iss and sid.',
  goodClient: 'Ends the session that sid names, although it did not ask for it.',
  expect: 'accept',
  seenAt: 'logout',
}
