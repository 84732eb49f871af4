import type { Defect } from './defect.ts'

export const linkNeverExpires: Defect = {
  id: 'link-never-expires',
  title: 'An activation link never expires',
  rules: () => ({ isLinkExpired: () => false }),
  flows: ['activate-account'],
  checks: ['LNK2'],
  fails: [
    'LNK2',
    'two-days',
    'activate-account/expiredMail/open-activation.button',
    'activate-account/expiredMail/open-activation.link',
    'activate-account/changePassword.readyButLate/reset-password',
  ],
}
