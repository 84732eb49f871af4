import type { Defect } from './defect.ts'

export const factorAddedUnproven: Defect = {
  id: 'factor-added-unproven',
  title: 'An open session is enough to add a factor',
  rules: () => ({ isConfirmed: () => true }),
  flows: [],
  checks: ['OTP7'],
  fails: ['OTP7'],
}
