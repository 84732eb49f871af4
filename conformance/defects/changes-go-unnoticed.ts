import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

export const changesGoUnnoticed: Defect = {
  id: 'changes-go-unnoticed',
  title: 'No mail reports a reset password or an added factor',
  rules: () => ({ notifyOfChange: () => false }),
  flows: [],
  checks: ['LNK6', 'LNK12'],
  fails: ['LNK12'],
}

const unnoticed = (id: string, title: string, kind: string, fails: string): Defect =>
  flaw(fails, id, title, { rules: () => ({ notifyOfChange: (change) => change !== kind }) })

/** One kind of change of several goes unnoticed. */
export const oneChangeGoesUnnoticed: Defect[] = [
  unnoticed(
    'changed-password-goes-unnoticed',
    'No mail reports a changed password',
    'password-changed',
    'LNK12.changed',
  ),
  unnoticed(
    'added-key-goes-unnoticed',
    'No mail reports an added security key',
    'security-key-added',
    'LNK12.key',
  ),
]
