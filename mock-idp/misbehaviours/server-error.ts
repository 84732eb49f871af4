import type { Misbehaviour } from './types.ts'

export const serverError: Misbehaviour = {
  id: 'server-error',
  group: 'beyond the suite',
  clause: 'RFC 6749 4.1.2.1',
  breaks: 'The provider answers every login with server_error.',
  goodClient: 'Shows that the provider failed, and lets the user try again.',
  expect: 'reject',
  authorizeError: { error: 'server_error', description: 'This provider always answers server_error.' },
}
