import type { Defect } from './defect.ts'

/** Logins that ask for a second factor before it is forgotten. */
const ASKED = 2

export const factorProvenForGood: Defect = {
  id: 'factor-proven-for-good',
  title: 'The second factor is asked for at the first two later logins only',
  rules({ requireSecondFactor }) {
    let asked = 0
    return {
      requireSecondFactor(enrolled) {
        if (enrolled.app) asked += 1
        return asked > ASKED ? 'in' : requireSecondFactor(enrolled)
      },
    }
  },
  flows: [],
  checks: ['OTP6'],
  fails: ['OTP6.again'],
}
