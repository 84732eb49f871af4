import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const accessTokenUnknownKid: Misbehaviour = {
  id: 'access-token-unknown-kid',
  group: 'beyond the suite',
  clause: 'RFC 9068 4',
  breaks: 'The access token is signed with a key that is not published.',
  goodClient: 'An API looks for the key, finds none and answers 401.',
  expect: 'reject',
  seenAt: 'api',
  accessToken: (draft) =>
    signedWith({ ...draft, header: { ...draft.header, kid: 'nowhere' } }, 'foreign-key'),
}
