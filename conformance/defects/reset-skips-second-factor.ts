import type { Defect } from './defect.ts'

export const resetSkipsSecondFactor: Defect = {
  id: 'reset-skips-second-factor',
  title: 'The right password is enough to be logged in',
  rules: () => ({ requireSecondFactor: () => 'in' }),
  flows: [],
  checks: ['LNK6'],
  fails: ['LNK6'],
}
