import type { Defect } from './defect.ts'

export const wrongPasswordAccepted: Defect = {
  id: 'wrong-password-accepted',
  title: 'Any password is accepted for an account that has one',
  rules: () => ({ verifyPassword: async ({ hash, password }) => hash !== null && password !== '' }),
  flows: ['log-in'],
  checks: ['PWD3'],
  fails: ['PWD3', 'log-in/password/password.wrong', 'log-in/password/password.wrong-ten-times'],
}
