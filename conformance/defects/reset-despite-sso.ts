import type { Defect } from './defect.ts'

export const resetDespiteSso: Defect = {
  id: 'reset-despite-sso',
  title: 'A user who logs in by SSO can reset a password that does not exist',
  rules: () => ({ mayResetPassword: () => true, mayUsePassword: () => true }),
  flows: [],
  checks: ['RP13', 'RP14'],
  fails: ['RP14'],
}
