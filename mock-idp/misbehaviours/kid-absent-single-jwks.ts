import { withoutKid } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const kidAbsentSingleJwks: Misbehaviour = {
  id: 'kid-absent-single-jwks',
  group: 'basic',
  clause: 'Core 10.1',
  breaks: 'The ID token names no key, and the provider publishes one.',
  goodClient: 'Uses the only key there is, and accepts.',
  expect: 'accept',
  idToken: (draft) => withoutKid({ ...draft, header: { ...draft.header, alg: 'RS256' } }),
  keys: (keys) => keys.filter(({ kty }) => kty === 'RSA').slice(0, 1),
}
