import type { Misbehaviour } from './types.ts'

export const userinfoInvalidSub: Misbehaviour = {
  id: 'userinfo-invalid-sub',
  group: 'basic',
  clause: 'Core 5.3.2',
  breaks: 'The userinfo response is about a different person than the ID token (sub).',
  goodClient: 'Compares the two, and does not use the response.',
  expect: 'reject',
  userinfo: (claims) => ({ ...claims, sub: `${String(claims.sub)}-another` }),
}
