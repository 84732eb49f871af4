import type { Defect } from './defect.ts'

export const resetLinkNeverExpires: Defect = {
  id: 'reset-link-never-expires',
  title: 'A reset link never expires',
  rules: () => ({ isResetLinkExpired: () => false }),
  flows: [],
  checks: ['LNK1', 'LNK2'],
  fails: ['LNK2'],
}
