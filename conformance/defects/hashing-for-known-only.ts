import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

export const hashingForKnownOnly: Defect = {
  id: 'hashing-for-known-only',
  title: 'A password is hashed only for a known address',
  rules: ({ verifyPassword }) => ({
    verifyPassword: async ({ hash, password }) => hash !== null && verifyPassword({ hash, password }),
  }),
  flows: [],
  checks: ['ENU2', 'ENU4'],
  fails: ['ENU2.password'],
}

/** How long a mail server takes to accept a mail, in milliseconds. */
const DELIVERY = 60

export const mailedBeforeTheAnswer = flaw(
  'ENU2.reset',
  'mailed-before-the-answer',
  'A reset is answered once its mail is delivered, and an unknown address gets no mail',
  {
    rules: ({ mayResetPassword }) => ({
      mayResetPassword(account) {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, DELIVERY)
        return mayResetPassword(account)
      },
    }),
  },
)
