import type { Misbehaviour } from './types.ts'

export const pkceNotChecked: Misbehaviour = {
  id: 'pkce-not-checked',
  group: 'beyond the suite',
  clause: 'RFC 7636 4.6; RFC 9700 2.1.1',
  breaks: 'The code is redeemed with a wrong code_verifier, or without one.',
  goodClient: 'Sends a challenge all the same: it can not notice.',
  expect: 'accept',
  skipsPkce: true,
}
