import type { Misbehaviour } from './types.ts'

export const failingTokenEndpoint: Misbehaviour = {
  id: 'failing-token-endpoint',
  group: 'beyond the suite',
  clause: 'RFC 6749 5.2',
  breaks: 'The token endpoint answers 500.',
  goodClient: 'Shows that the login failed, and starts no session.',
  expect: 'reject',
  answer: (endpoint) =>
    endpoint === 'token'
      ? { status: 500, headers: { 'content-type': 'text/plain' }, body: 'broken' }
      : undefined,
}
