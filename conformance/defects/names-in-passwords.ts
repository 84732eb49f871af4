import type { Defect } from './defect.ts'

export const namesInPasswords: Defect = {
  id: 'names-in-passwords',
  title: 'A password may hold the name of its owner, the company and the product',
  rules: () => ({ refuseNamesInPassword: () => undefined }),
  flows: [],
  checks: ['PWD5', 'PWD6'],
  fails: ['PWD6'],
}
