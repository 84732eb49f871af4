import { verify } from 'otplib'
import type { Defect } from './defect.ts'

const HOUR = 60 * 60 * 1000
const STEP = 30

/** Accepts a code of two time steps away, on one side alone. */
const codeOf = (id: string, title: string, fails: string, steps: number): Defect => ({
  id,
  title,
  rules: ({ verifyCode }) => ({
    async verifyCode(claim) {
      const { secret, code, now } = claim
      const token = code.replace(/\s/g, '')
      const sound = await verifyCode(claim)
      if (sound || !/^\d{6}$/.test(token)) return sound
      const epoch = Math.floor(now / 1000) + steps * STEP
      const verdict = await verify({ secret, token, epoch, period: STEP, epochTolerance: 0 })
      return verdict.valid && 'timeStep' in verdict ? { timeStep: verdict.timeStep } : undefined
    },
  }),
  flows: [],
  checks: ['OTP3'],
  fails: [fails],
})

/** One limit of several is missing: each must be found by the claim about it, and by no other. */
export const missingLimits: Defect[] = [
  codeOf('early-code', 'A code of two time steps ahead is accepted', 'OTP3.early', 2),
  {
    id: 'session-never-idle',
    title: 'A session without requests continues until its total time is over',
    rules: () => ({ isVisitOver: (visit, now) => now - visit.started_at >= 12 * HOUR }),
    flows: [],
    checks: ['SES4'],
    fails: ['SES4.idle'],
  },
  {
    id: 'session-never-old',
    title: 'A session with a request now and then never ends',
    rules: () => ({ isVisitOver: (visit, now) => now - visit.seen_at >= HOUR }),
    flows: [],
    checks: ['SES4'],
    fails: ['SES4.life'],
  },
  {
    id: 'guessing-codes-without-end',
    title: 'Wrong codes are not counted',
    rules: ({ limitAttempts }) => ({
      limitAttempts: (kind) =>
        kind === 'code' ? { failures: Number.MAX_SAFE_INTEGER, forMs: 1 } : limitAttempts(kind),
    }),
    flows: [],
    checks: ['OTP4', 'RATE1'],
    fails: ['OTP4'],
  },
  {
    id: 'guessing-passwords-without-end',
    title: 'Wrong passwords are not counted',
    rules: ({ limitAttempts }) => ({
      limitAttempts: (kind) =>
        kind === 'password' ? { failures: Number.MAX_SAFE_INTEGER, forMs: 1 } : limitAttempts(kind),
    }),
    flows: [],
    checks: ['RATE1', 'OTP4'],
    fails: ['RATE1'],
  },
]
