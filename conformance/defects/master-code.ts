import type { Defect } from './defect.ts'

export const masterCode: Defect = {
  id: 'master-code',
  title: 'A one-time code from a test opens every account',
  rules: ({ verifyCode }) => ({
    verifyCode: async (attempt) =>
      attempt.code === '000000' ? { timeStep: attempt.now } : verifyCode(attempt),
  }),
  flows: [],
  checks: ['OTP10'],
  fails: ['OTP10'],
}
