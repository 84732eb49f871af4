import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

export const namesInPasswords: Defect = {
  id: 'names-in-passwords',
  title: 'A password may hold the name of its owner, the company and the product',
  rules: () => ({ refuseNamesInPassword: () => undefined }),
  flows: [],
  checks: ['PWD5', 'PWD6'],
  fails: ['PWD6'],
}

export const namesInCapitals: Defect = flaw(
  ['PWD6.user', 'PWD6.words'],
  'names-in-capitals',
  'A password may hold the name of its owner, the company and the product in capitals',
  {
    rules: ({ refuseNamesInPassword }) => ({
      refuseNamesInPassword: (password, names) =>
        /[A-Z]{4}/.test(password) ? undefined : refuseNamesInPassword(password, names),
    }),
  },
)
