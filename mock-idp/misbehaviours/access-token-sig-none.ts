import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const accessTokenSigNone: Misbehaviour = {
  id: 'access-token-sig-none',
  group: 'beyond the suite',
  clause: 'RFC 9068 4; RFC 8725 3.1',
  breaks: 'The access token is not signed: alg is none.',
  goodClient: 'An API accepts only the algorithms that it expects, and answers 401.',
  expect: 'reject',
  seenAt: 'api',
  accessToken: (draft) => signedWith({ ...draft, header: { ...draft.header, alg: 'none' } }, 'none'),
}
