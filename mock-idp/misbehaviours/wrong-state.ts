import type { Misbehaviour } from './types.ts'

export const wrongState: Misbehaviour = {
  id: 'wrong-state',
  group: 'beyond the suite',
  clause: 'RFC 6749 10.12; RFC 9700 2.1',
  breaks: 'The state that comes back is another than was sent.',
  goodClient: 'Compares the two and redeems no code.',
  expect: 'reject',
  authorizeResponse: (params) => ({ ...params, state: 'another-state' }),
}
