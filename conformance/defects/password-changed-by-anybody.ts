import type { Defect } from './defect.ts'

export const passwordChangedByAnybody: Defect = {
  id: 'password-changed-by-anybody',
  title: 'A password is changed with any current one',
  rules: () => ({ verifyPassword: async ({ hash, password }) => hash !== null && password !== '' }),
  flows: [],
  checks: ['PWD9'],
  fails: ['PWD9'],
}
