import type { Defect } from './defect.ts'

export const resetDespiteSso: Defect = {
  id: 'reset-despite-sso',
  title: 'Whoever logs in by SSO may reset a password that does not exist',
  rules: () => ({ mayResetPassword: () => true, mayUsePassword: () => true }),
  flows: [],
  checks: ['RP13', 'RP14'],
  fails: ['RP14'],
}
