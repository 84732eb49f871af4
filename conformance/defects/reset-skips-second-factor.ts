import type { Rules } from '../../site/tenant/rules/index.ts'
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

/** After a reset the login takes the enrolled factors for others. */
const afterReset = (claim: string, id: string, title: string, seen: (enrolled: Enrolled) => Enrolled) =>
  flaw(claim, id, title, {
    tamper: (send) => (request) => {
      if (request.method === 'POST' && isAt(request, '/reset')) reset.add(sandboxOf(request))
      isReset = reset.has(sandboxOf(request))
      return send(request)
    },
    rules: ({ requireSecondFactor }) => ({
      requireSecondFactor: (enrolled) => requireSecondFactor(isReset ? seen(enrolled) : enrolled),
    }),
  })

type Enrolled = Parameters<Rules['requireSecondFactor']>[0]

export const resetForgetsFactors = [
  afterReset(
    'LNK6.key',
    'reset-forgets-keys',
    'After a reset a security key counts for nothing, and another factor is enrolled',
    (enrolled) => ({ ...enrolled, keys: 0 }),
  ),
  afterReset(
    'LNK6.both',
    'reset-forgets-the-app-beside-a-key',
    'A reset forgets the authenticator app of an account that has a security key, too',
    ({ app, keys }) => ({ app: app && keys === 0, keys }),
  ),
]
