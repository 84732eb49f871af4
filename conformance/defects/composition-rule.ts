import type { Defect } from './defect.ts'

export const compositionRule: Defect = {
  id: 'composition-rule',
  title: 'A password must have three kinds of characters',
  rules: ({ limitPasswordLength }) => ({
    limitPasswordLength: (password) => {
      const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d\s]/].filter((kind) => kind.test(password))
      return kinds.length < 3 ? 'Use at least three kinds of characters' : limitPasswordLength(password)
    },
  }),
  flows: [],
  checks: ['PWD2', 'PWD4'],
  fails: ['PWD4'],
}
