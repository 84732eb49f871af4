import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingState: Misbehaviour = {
  id: 'missing-state',
  group: 'beyond the suite',
  clause: 'RFC 6749 4.1.2; RFC 9700 2.1',
  breaks: 'No state comes back.',
  goodClient: 'Misses the one it sent and redeems no code.',
  expect: 'reject',
  authorizeResponse: (params) => without(params, 'state'),
}
