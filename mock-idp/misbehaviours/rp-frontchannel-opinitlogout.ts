import type { Misbehaviour } from './types.ts'

export const rpFrontchannelOpinitlogout: Misbehaviour = {
  id: 'rp-frontchannel-opinitlogout',
  group: 'logout',
  clause: 'Front-Channel Logout 2',
  breaks: "Nothing: a logout that began at the provider loads the client's page with iss and sid.",
  goodClient: 'Ends the session that sid names, though it asked for nothing.',
  expect: 'accept',
  seenAt: 'logout',
}
