import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'

const MINUTE = 60 * 1000

/** Wrong passwords of a tenant that no login makes it forget. */
let everWrong = 0

/** A limit that is reached too early, that is never set back, or that ends too early. */
export const limitsFromBelow: Defect[] = [
  flaw(
    'RATE3.passwords',
    'blocked-too-early',
    'Nine wrong passwords block an account, and ten are documented',
    {
      rules: ({ limitAttempts }) => ({
        limitAttempts: (kind) =>
          kind === 'password' ? { ...limitAttempts(kind), failures: 9 } : limitAttempts(kind),
      }),
    },
  ),
  flaw('RATE3.codes', 'blocked-by-fewer-codes', 'Five wrong codes block an account, and ten are documented', {
    rules: ({ limitAttempts }) => ({
      limitAttempts: (kind) =>
        kind === 'code' ? { ...limitAttempts(kind), failures: 5 } : limitAttempts(kind),
    }),
  }),
  flaw(
    'RATE3.passwords-anew',
    'count-outlives-a-login',
    'A login does not reset the count of wrong passwords',
    {
      rules: ({ verifyPassword, limitAttempts }) => {
        everWrong = 0
        return {
          async verifyPassword(claim) {
            const isRight = await verifyPassword(claim)
            if (!isRight && claim.hash !== null) everWrong += 1
            return isRight && everWrong < limitAttempts('password').failures
          },
        }
      },
    },
  ),
  flaw('RATE2.sooner', 'block-ends-too-early', 'A block ends after a minute', {
    rules: ({ limitAttempts }) => ({
      limitAttempts: (kind) =>
        kind === 'password' ? { ...limitAttempts(kind), forMs: MINUTE } : limitAttempts(kind),
    }),
  }),
  flaw('RATE2.codes', 'blocked-by-codes-for-ever', 'A block by wrong codes lasts for years', {
    rules: ({ limitAttempts }) => ({
      limitAttempts: (kind) =>
        kind === 'code'
          ? { ...limitAttempts(kind), forMs: 10 * 366 * 24 * 60 * MINUTE }
          : limitAttempts(kind),
    }),
  }),
]
