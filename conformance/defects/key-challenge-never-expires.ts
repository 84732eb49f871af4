import type { Defect } from './defect.ts'

export const keyChallengeNeverExpires: Defect = {
  id: 'key-challenge-never-expires',
  title: 'The challenge for a security key never expires',
  rules: () => ({ isChallengeExpired: () => false }),
  flows: [],
  checks: ['WA1', 'WA2'],
  fails: ['WA1'],
}
