import type { Defect } from './defect.ts'

export const shortMaximum: Defect = {
  id: 'short-maximum',
  title: 'A password may have 30 characters at most',
  rules: ({ limitPasswordLength }) => ({
    limitPasswordLength: (password) =>
      password.length > 30 ? 'Use at most 30 characters' : limitPasswordLength(password),
  }),
  flows: [],
  checks: ['PWD2', 'PWD3', 'PWD1'],
  fails: ['PWD2', 'PWD3'],
}
