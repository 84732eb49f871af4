import type { Defect } from './defect.ts'

export const linkWorksTwice: Defect = {
  id: 'link-works-twice',
  title: 'A mailed link works again after it was used or replaced',
  rules: () => ({ isLinkSpent: () => false }),
  flows: ['reset-password'],
  checks: ['LNK1', 'LNK4'],
  fails: [
    'LNK1',
    'LNK4',
    'reset-password/checkEmailAgain/open-older-link',
    'reset-password/passwordChanged/open-used-link',
  ],
}
