import type { Defect } from './defect.ts'
import { acceptingAlso } from './sso-tokens.ts'

export const anyIdToken: Defect = {
  id: 'any-id-token',
  title: 'An ID token is believed, whatever is wrong with it',
  rules: acceptingAlso(() => true),
  flows: [],
  checks: ['RP1', 'RP2', 'RP3', 'RP4', 'RP5', 'RP6', 'RP7', 'RP8', 'RP12', 'RP13'],
  fails: ['RP1', 'RP2', 'RP3', 'RP4', 'RP5', 'RP6', 'RP12'],
}
