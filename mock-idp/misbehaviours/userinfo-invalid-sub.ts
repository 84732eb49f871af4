import type { Misbehaviour } from './types.ts'

export const userinfoInvalidSub: Misbehaviour = {
  id: 'userinfo-invalid-sub',
  group: 'basic',
  clause: 'Core 5.3.2',
  breaks: 'The sub of the userinfo answer is another than in the ID token.',
  goodClient: 'Compares both and does not use the answer.',
  expect: 'reject',
  userinfo: (claims) => ({ ...claims, sub: `${String(claims.sub)}-another` }),
}
