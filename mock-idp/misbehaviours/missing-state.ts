import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingState: Misbehaviour = {
  id: 'missing-state',
  group: 'beyond the suite',
  clause: 'RFC 6749 4.1.2; RFC 9700 2.1',
  breaks: 'The response has no state.',
  goodClient: 'Requires the state that it sent, and does not exchange the code.',
  expect: 'reject',
  authorizeResponse: (params) => without(params, 'state'),
}
