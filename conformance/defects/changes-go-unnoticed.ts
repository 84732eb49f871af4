import type { Defect } from './defect.ts'

export const changesGoUnnoticed: Defect = {
  id: 'changes-go-unnoticed',
  title: 'No mail reports a reset password or an added factor',
  rules: () => ({ notifyOfChange: () => false }),
  flows: [],
  checks: ['LNK6', 'LNK12'],
  fails: ['LNK12'],
}
