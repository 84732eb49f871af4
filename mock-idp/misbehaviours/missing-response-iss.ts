import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingResponseIss: Misbehaviour = {
  id: 'missing-response-iss',
  group: 'beyond the suite',
  clause: 'RFC 9207 2.4',
  breaks: 'No iss comes with the code, though the metadata announce it.',
  goodClient: 'Misses it and redeems no code.',
  expect: 'reject',
  discovery: (metadata) => ({ ...metadata, authorization_response_iss_parameter_supported: true }),
  authorizeResponse: (params) => without(params, 'iss'),
}
