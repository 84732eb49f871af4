import type { Misbehaviour } from './types.ts'

export const accessDenied: Misbehaviour = {
  id: 'access-denied',
  group: 'beyond the suite',
  clause: 'RFC 6749 4.1.2.1',
  breaks: 'The provider answers every login with access_denied.',
  goodClient: 'Shows that the login was denied, and lets the user try again.',
  expect: 'reject',
  authorizeError: { error: 'access_denied', description: 'This provider always answers access_denied.' },
}
