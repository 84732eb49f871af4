import type { Misbehaviour } from './types.ts'

export const cutTokenAnswer: Misbehaviour = {
  id: 'cut-token-answer',
  group: 'beyond the suite',
  clause: 'RFC 9112 8',
  breaks: 'The connection breaks in the middle of the token response.',
  goodClient: 'Discards the incomplete response, and starts no session.',
  expect: 'reject',
  answer: (endpoint) =>
    endpoint === 'token'
      ? {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ access_token: 'half', token_type: 'Bearer', id_token: 'half' }),
          cut: true,
        }
      : undefined,
}
