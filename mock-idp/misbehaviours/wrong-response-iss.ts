import type { Misbehaviour } from './types.ts'

export const wrongResponseIss: Misbehaviour = {
  id: 'wrong-response-iss',
  group: 'beyond the suite',
  clause: 'RFC 9207 2.4; RFC 9700 4.4.2',
  breaks: 'The iss next to the code names another provider (a mix-up).',
  goodClient: 'Compares it with the issuer it asked and redeems no code.',
  expect: 'reject',
  authorizeResponse: (params) => ({ ...params, iss: 'https://another-provider.example' }),
}
