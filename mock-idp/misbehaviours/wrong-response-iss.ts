import type { Misbehaviour } from './types.ts'

export const wrongResponseIss: Misbehaviour = {
  id: 'wrong-response-iss',
  group: 'beyond the suite',
  clause: 'RFC 9207 2.4; RFC 9700 4.4.2',
  breaks: 'The response with the code names a different provider (iss), as in a mix-up attack.',
  goodClient: 'Compares iss with the issuer that it asked, and does not exchange the code.',
  expect: 'reject',
  authorizeResponse: (params) => ({ ...params, iss: 'https://another-provider.example' }),
}
