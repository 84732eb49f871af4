import type { Misbehaviour } from './types.ts'

export const clientSecretBasic: Misbehaviour = {
  id: 'client-secret-basic',
  group: 'basic',
  clause: 'Core 9',
  breaks: 'Nothing: the token endpoint accepts the secret only in the Authorization header, and says so.',
  goodClient: 'Reads which methods the provider supports, and uses HTTP Basic.',
  expect: 'accept',
  discovery: (metadata) => ({ ...metadata, token_endpoint_auth_methods_supported: ['client_secret_basic'] }),
  answer: (endpoint, { authorization = '' }) =>
    endpoint === 'token' && !/^basic /i.test(authorization)
      ? {
          status: 401,
          headers: { 'content-type': 'application/json', 'www-authenticate': 'Basic realm="token"' },
          body: JSON.stringify({ error: 'invalid_client', error_description: 'Use HTTP Basic.' }),
        }
      : undefined,
}
