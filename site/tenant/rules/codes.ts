import { generateSecret, verify } from 'otplib'
import { subject } from './rule.ts'

const rule = subject('codes')

/** Seconds. */
const STEP = 30

interface CodeClaim {
  /** Base32 */
  secret: string
  /** As typed; spaces do not count. */
  code: string
  /** ms since 1970 */
  now: number
}

export const makeSecret = rule(
  {
    says: 'The secret of an authenticator app has 160 bits and is new at each enrolment.',
    clauses: ['RFC 4226 4', 'NIST SP 800-63B-4 3.1.4'],
  },
  /** Answers base32. */
  (): string => generateSecret({ length: 20 }),
)

export const verifyCode = rule(
  {
    says: 'A one-time code has six digits and belongs to a time step of 30 seconds: the current one, or the one before or after it.',
    clauses: ['RFC 6238 4', 'RFC 6238 5.2'],
    tests: ['actions/verify-app.test.ts'],
  },
  /** Answers the time step, or undefined for a wrong code. The store knows whether the step was spent before. */
  async ({ secret, code, now }: CodeClaim): Promise<{ timeStep: number } | undefined> => {
    const token = code.replace(/\s/g, '')
    if (!/^\d{6}$/.test(token)) return undefined
    const verdict = await verify({
      secret,
      token,
      epoch: Math.floor(now / 1000),
      period: STEP,
      epochTolerance: STEP,
    })
    return verdict.valid && 'timeStep' in verdict ? { timeStep: verdict.timeStep } : undefined
  },
)
