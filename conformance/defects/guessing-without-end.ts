import type { Defect } from './defect.ts'

export const guessingWithoutEnd: Defect = {
  id: 'guessing-without-end',
  title: 'No number of wrong passwords and codes blocks an account',
  rules: () => ({ limitAttempts: () => ({ failures: Number.MAX_SAFE_INTEGER, forMs: 1 }) }),
  flows: [],
  checks: ['RATE1', 'RATE2', 'OTP4'],
  fails: ['RATE1', 'OTP4'],
}
