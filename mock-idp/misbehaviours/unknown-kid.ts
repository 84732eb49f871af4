import { signedWith } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const unknownKid: Misbehaviour = {
  id: 'unknown-kid',
  group: 'beyond the suite',
  clause: 'Core 10.1.1',
  breaks: 'The ID token is signed with a key that is not published.',
  goodClient: 'Fetches the keys again, still finds none that fits, and refuses.',
  expect: 'reject',
  idToken: (draft) =>
    signedWith({ ...draft, header: { ...draft.header, kid: 'nowhere' } }, 'foreign-key', 'RS256'),
}
