import type { Defect } from './defect.ts'

export const factorAddedUnproven: Defect = {
  id: 'factor-added-unproven',
  title: 'Whoever sits at an open session adds a factor',
  rules: () => ({ isConfirmed: () => true }),
  flows: [],
  checks: ['OTP7'],
  fails: ['OTP7'],
}
