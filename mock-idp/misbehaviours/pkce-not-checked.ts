import type { Misbehaviour } from './types.ts'

export const pkceNotChecked: Misbehaviour = {
  id: 'pkce-not-checked',
  group: 'beyond the suite',
  clause: 'RFC 7636 4.6; RFC 9700 2.1.1',
  breaks: 'The provider accepts a code with a wrong code_verifier, or with none.',
  goodClient: 'Sends a code_challenge anyway: it cannot detect this.',
  expect: 'accept',
  skipsPkce: true,
}
