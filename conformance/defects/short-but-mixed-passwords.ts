import type { Defect } from './defect.ts'

export const shortButMixedPasswords: Defect = {
  id: 'short-but-mixed-passwords',
  title: 'A password may have any length if it has every kind of character',
  rules: () => ({
    limitPasswordLength: (password) =>
      [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d\s]/].every((kind) => kind.test(password))
        ? undefined
        : 'Use small and capital letters, digits and symbols',
  }),
  flows: [],
  checks: ['PWD1', 'PWD4'],
  fails: ['PWD1', 'PWD4'],
}
