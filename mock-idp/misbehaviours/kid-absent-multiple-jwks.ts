import { withoutKid } from './change.ts'
import { secondKey } from './second-key.ts'
import type { Misbehaviour } from './types.ts'

export const kidAbsentMultipleJwks: Misbehaviour = {
  id: 'kid-absent-multiple-jwks',
  group: 'basic',
  clause: 'Core 10.1',
  breaks: 'The ID token names no key, and several published keys fit.',
  goodClient: 'Refuses, because kid is required when there are several keys.',
  expect: 'reject',
  idToken: (draft) => withoutKid({ ...draft, header: { ...draft.header, alg: 'RS256' } }),
  keys: (keys) => [...keys, secondKey()],
}
