import type { Defect } from './defect.ts'

let resets = 0

export const countBeginsAnew: Defect = {
  id: 'reset-clears-the-count-of-codes',
  title: 'After a new password by a mailed link the wrong codes are counted from zero',
  rules: ({ endsSessions, limitAttempts }) => ({
    endsSessions: (change) => {
      if (change === 'password-reset') resets++
      return endsSessions(change)
    },
    limitAttempts: (kind) => {
      const limit = limitAttempts(kind)
      return kind === 'code' ? { ...limit, failures: limit.failures * (1 + resets) } : limit
    },
  }),
  flows: [],
  checks: ['OTP4'],
  fails: ['OTP4.reset'],
}
