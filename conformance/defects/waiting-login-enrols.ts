import type { Defect } from './defect.ts'

export const waitingLoginEnrols: Defect = {
  id: 'waiting-login-enrols',
  title: 'A login that waits half-way replaces the factor that was enrolled meanwhile',
  rules: () => ({ mayEnrol: () => true, endHalfWayLogins: () => false }),
  flows: [],
  checks: ['OTP9'],
  fails: ['OTP9'],
}
