import { hash, verify } from '@node-rs/argon2'
import type { Defect } from './defect.ts'

export const unicodeAsTyped: Defect = {
  id: 'unicode-as-typed',
  title: 'A password is compared as it was typed, composed or not',
  rules: () => ({
    hashPassword: (password) => hash(password),
    verifyPassword: async (claim) => claim.hash !== null && (await verify(claim.hash, claim.password)),
  }),
  flows: [],
  checks: ['PWD2', 'PWD8'],
  fails: ['PWD8'],
}
