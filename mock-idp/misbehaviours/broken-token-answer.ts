import type { Misbehaviour } from './types.ts'

export const brokenTokenAnswer: Misbehaviour = {
  id: 'broken-token-answer',
  group: 'beyond the suite',
  clause: 'RFC 6749 5.1',
  breaks: 'The token endpoint answers 200 with an HTML page instead of JSON.',
  goodClient: 'Shows that the login failed, and starts no session.',
  expect: 'reject',
  answer: (endpoint) =>
    endpoint === 'token'
      ? { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Down for maintenance</h1>' }
      : undefined,
}
