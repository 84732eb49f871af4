import type { Limit } from '../store/attempts.ts'

const limit: Limit = { failures: 10, forMs: 30 * 60 * 1000 }

/**
 * NIST SP 800-63B-4 section 3.2.2, ASVS 5.0 6.3.1: ten wrong passwords or codes in a row block the account for
 * 30 minutes. After that it recovers by itself, so that nobody can lock another one out for good (ASVS 5.0 6.1.1).
 */
export function limitAttempts(_kind: 'password' | 'code'): Limit {
  return limit
}
