import type { Defect } from './defect.ts'

export const shortPasswords: Defect = {
  id: 'short-passwords',
  title: 'A password may have any length',
  rules: () => ({ limitPasswordLength: () => undefined }),
  flows: [],
  checks: ['PWD1', 'PWD2'],
  fails: ['PWD1'],
}
