import type { Misbehaviour } from './types.ts'

export const loginRequired: Misbehaviour = {
  id: 'login-required',
  group: 'beyond the suite',
  clause: 'Core 3.1.2.6',
  breaks: 'The provider answers every login with login_required.',
  goodClient: 'Starts again with prompts allowed, or says what is missing.',
  expect: 'reject',
  authorizeError: { error: 'login_required', description: 'This provider always answers login_required.' },
}
