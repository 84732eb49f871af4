import type { Defect } from './defect.ts'

export const only72Characters: Defect = {
  id: 'only-72-characters',
  title: 'Only the first 72 characters of a password count',
  rules: ({ hashPassword, verifyPassword }) => ({
    hashPassword: (password) => hashPassword(password.slice(0, 72)),
    verifyPassword: ({ hash, password }) => verifyPassword({ hash, password: password.slice(0, 72) }),
  }),
  flows: [],
  checks: ['PWD2', 'PWD3', 'PWD8'],
  fails: ['PWD3'],
}
