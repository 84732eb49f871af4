import type { Misbehaviour } from './types.ts'

export const userinfoBearerHeader: Misbehaviour = {
  id: 'userinfo-bearer-header',
  group: 'code flow',
  clause: 'RFC 6750 2.1',
  breaks: 'Nothing: the userinfo endpoint accepts the access token only in the Authorization header.',
  goodClient: 'Sends it there.',
  expect: 'accept',
  answer: (endpoint, { authorization = '' }) =>
    endpoint === 'userinfo' && !/^bearer /i.test(authorization)
      ? {
          status: 401,
          headers: { 'content-type': 'application/json', 'www-authenticate': 'Bearer' },
          body: JSON.stringify({
            error: 'invalid_token',
            error_description: 'Use the Authorization header.',
          }),
        }
      : undefined,
}
