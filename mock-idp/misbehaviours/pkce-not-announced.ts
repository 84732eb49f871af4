import { without } from './change.ts'
import type { Misbehaviour } from './types.ts'

export const pkceNotAnnounced: Misbehaviour = {
  id: 'pkce-not-announced',
  group: 'beyond the suite',
  clause: 'RFC 8414 2; RFC 9700 2.1.1',
  breaks: 'The discovery document doesn’t list code_challenge_methods_supported.',
  goodClient: 'Uses PKCE anyway, or relies on the nonce.',
  expect: 'accept',
  discovery: (metadata) => without(metadata, 'code_challenge_methods_supported'),
}
