import type { Defect } from './defect.ts'

export const hashingForKnownOnly: Defect = {
  id: 'hashing-for-known-only',
  title: 'A password is hashed only for a known address',
  rules: ({ verifyPassword }) => ({
    verifyPassword: async ({ hash, password }) => hash !== null && verifyPassword({ hash, password }),
  }),
  flows: [],
  checks: ['ENU2', 'ENU4'],
  fails: ['ENU2'],
}
