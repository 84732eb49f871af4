import type { Misbehaviour } from './types.ts'

export const rpFrontchannelRpinitlogout: Misbehaviour = {
  id: 'rp-frontchannel-rpinitlogout',
  group: 'logout',
  clause: 'Front-Channel Logout 2',
  breaks: 'Nothing: at logout, the provider loads the client’s logout page with iss and sid.',
  goodClient: 'Ends the session that sid names.',
  expect: 'accept',
  seenAt: 'logout',
}
