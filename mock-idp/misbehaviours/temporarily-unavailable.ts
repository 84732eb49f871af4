import type { Misbehaviour } from './types.ts'

export const temporarilyUnavailable: Misbehaviour = {
  id: 'temporarily-unavailable',
  group: 'beyond the suite',
  clause: 'RFC 6749 4.1.2.1',
  breaks: 'The provider answers every login with temporarily_unavailable.',
  goodClient: 'Shows that the provider is overloaded, and lets the user try again later.',
  expect: 'reject',
  authorizeError: {
    error: 'temporarily_unavailable',
    description: 'This provider always answers temporarily_unavailable.',
  },
}
