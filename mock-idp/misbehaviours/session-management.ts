import type { Misbehaviour } from './types.ts'

export const sessionManagement: Misbehaviour = {
  id: 'session-management',
  group: 'logout',
  clause: 'Session Management 2 and 3',
  breaks:
    'Nothing: the provider has a page that the client loads in a frame to ask whether its session has changed.',
  goodClient: 'Asks the frame from time to time, and logs its user out once the session has changed.',
  expect: 'accept',
  seenAt: 'logout',
  managesSession: true,
  discovery: (metadata) => ({
    ...metadata,
    check_session_iframe: String(metadata.end_session_endpoint).replace(/logout$/, 'check-session'),
  }),
}
