import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const pkceNotAnnounced: Misbehaviour = {
  id: 'pkce-not-announced',
  group: 'beyond the suite',
  clause: 'RFC 8414 2; RFC 9700 2.1.1',
  breaks: 'The metadata do not mention code_challenge_methods_supported.',
  goodClient: 'Uses PKCE all the same, or relies on nonce.',
  expect: 'accept',
  discovery: (metadata) => without(metadata, 'code_challenge_methods_supported'),
}
