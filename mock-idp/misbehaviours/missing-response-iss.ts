import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const missingResponseIss: Misbehaviour = {
  id: 'missing-response-iss',
  group: 'beyond the suite',
  clause: 'RFC 9207 2.4',
  breaks: 'The response with the code has no iss, although the discovery document announces one.',
  goodClient: 'Requires iss, and does not exchange the code.',
  expect: 'reject',
  discovery: (metadata) => ({ ...metadata, authorization_response_iss_parameter_supported: true }),
  authorizeResponse: (params) => without(params, 'iss'),
}
