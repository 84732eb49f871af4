import type { Defect } from './defect.ts'

export const wellKnownPasswords: Defect = {
  id: 'well-known-passwords',
  title: 'Well-known passwords are accepted',
  rules: () => ({ refuseWellKnownPassword: () => undefined }),
  flows: [],
  checks: ['PWD4', 'PWD5', 'PWD6'],
  fails: ['PWD5'],
}
