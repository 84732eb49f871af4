import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt, sandboxOf } from './tamper.ts'

export const resetSkipsSecondFactor: Defect = {
  id: 'reset-skips-second-factor',
  title: 'The right password is enough to be logged in',
  rules: () => ({ requireSecondFactor: () => 'in' }),
  flows: [],
  checks: ['LNK6'],
  fails: ['LNK6'],
}

/** The sandboxes where a password was reset, and whether the login of now belongs to one. */
const reset = new Set<string>()
let isReset = false

export const resetForgetsKeys = flaw(
  'LNK6.key',
  'reset-forgets-keys',
  'After a reset a security key counts for nothing, and another factor is enrolled',
  {
    tamper: (send) => (request) => {
      if (request.method === 'POST' && isAt(request, '/reset')) reset.add(sandboxOf(request))
      isReset = reset.has(sandboxOf(request))
      return send(request)
    },
    rules: ({ requireSecondFactor }) => ({
      requireSecondFactor: (enrolled) => (isReset && !enrolled.app ? 'enrol' : requireSecondFactor(enrolled)),
    }),
  },
)
