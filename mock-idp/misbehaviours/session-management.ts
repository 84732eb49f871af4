import type { Misbehaviour } from './types.ts'

export const sessionManagement: Misbehaviour = {
  id: 'session-management',
  group: 'logout',
  clause: 'Session Management 2 and 3',
  breaks:
    'Nothing: a page to be put in a frame tells the client whether the session is still the one it knows.',
  goodClient: 'Asks the frame now and then, and signs its user out once the session has changed.',
  expect: 'accept',
  seenAt: 'logout',
  managesSession: true,
  discovery: (metadata) => ({
    ...metadata,
    check_session_iframe: String(metadata.end_session_endpoint).replace(/logout$/, 'check-session'),
  }),
}
