import type { Misbehaviour } from './types.ts'

export const consentRequired: Misbehaviour = {
  id: 'consent-required',
  group: 'beyond the suite',
  clause: 'Core 3.1.2.6',
  breaks: 'The provider answers every login with consent_required.',
  goodClient: 'Starts again with prompts allowed, or says what is missing.',
  expect: 'reject',
  authorizeError: {
    error: 'consent_required',
    description: 'This provider always answers consent_required.',
  },
}
