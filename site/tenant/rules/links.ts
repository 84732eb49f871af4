import { subject } from './rule.ts'

const rule = subject('links')

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

/** Both in ms since 1970. */
interface Age {
  issuedAt: number
  now: number
}

export const isLinkExpired = rule(
  {
    says: 'An activation link works for two days.',
    clauses: ['ASVS 5.0 6.4.1', 'Documentation activate-account'],
    tests: ['actions/activation-link.test.ts'],
  },
  ({ issuedAt, now }: Age): boolean => now - issuedAt >= 48 * HOUR,
)

export const isResetLinkExpired = rule(
  {
    says: 'A reset link works for one hour. The documentation gives no time; the standards allow 24 hours at most and ask for a short one.',
    clauses: ['NIST SP 800-63B-4 4.2.1.2', 'ASVS 5.0 6.4.1'],
    tests: ['actions/reset-password.test.ts'],
  },
  ({ issuedAt, now }: Age): boolean => now - issuedAt >= HOUR,
)

export const isSignInLinkExpired = rule(
  {
    says: 'A link of the control API that signs in works for ten minutes, because addresses end up in logs and histories.',
    clauses: ['RFC 9700 4.2.4', 'ASVS 5.0 14.2.1'],
    tests: ['actions/configuration.test.ts'],
  },
  ({ issuedAt, now }: Age): boolean => now - issuedAt >= 10 * MINUTE,
)

export const isLinkSpent = rule(
  {
    says: 'A mailed link works once, and only the newest one of an account works.',
    clauses: ['ASVS 5.0 6.4.1', 'ASVS 5.0 6.6.2'],
    tests: [
      'actions/set-password.test.ts',
      'actions/activation-link.test.ts',
      'actions/reset-password.test.ts',
    ],
  },
  (link: { used_at: number | null; replaced_at: number | null }): boolean =>
    link.used_at !== null || link.replaced_at !== null,
)
