import type { Defect } from './defect.ts'

export const loginDropsMarkup: Defect = {
  id: 'login-drops-markup',
  title: 'The login cuts what looks like markup out of a password, which the form for a new one keeps',
  rules: ({ verifyPassword }) => ({
    verifyPassword: ({ hash, password }) =>
      verifyPassword({ hash, password: password.replaceAll(/[<>&"]/g, '') }),
  }),
  flows: [],
  checks: ['PWD2'],
  fails: ['PWD2.symbols'],
}

export const loginTrimsPassword: Defect = {
  id: 'login-trims-password',
  title: 'The login cuts blanks off a password, which the form for a new one keeps',
  rules: ({ verifyPassword }) => ({
    verifyPassword: ({ hash, password }) => verifyPassword({ hash, password: password.trim() }),
  }),
  flows: [],
  checks: ['PWD2'],
  fails: ['PWD2.blanks'],
}
