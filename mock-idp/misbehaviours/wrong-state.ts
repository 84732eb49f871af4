import type { Misbehaviour } from './types.ts'

export const wrongState: Misbehaviour = {
  id: 'wrong-state',
  group: 'beyond the suite',
  clause: 'RFC 6749 10.12; RFC 9700 2.1',
  breaks: 'The state in the response doesn’t match the one that the client sent.',
  goodClient: 'Compares the two, and does not exchange the code.',
  expect: 'reject',
  authorizeResponse: (params) => ({ ...params, state: 'another-state' }),
}
