import type { Defect } from './defect.ts'

export const caseIgnored: Defect = {
  id: 'case-ignored',
  title: 'Upper and lower case are the same in a password',
  rules: ({ hashPassword, verifyPassword }) => ({
    hashPassword: (password) => hashPassword(password.toLowerCase()),
    verifyPassword: ({ hash, password }) => verifyPassword({ hash, password: password.toLowerCase() }),
  }),
  flows: [],
  checks: ['PWD3', 'PWD8'],
  fails: ['PWD3'],
}
