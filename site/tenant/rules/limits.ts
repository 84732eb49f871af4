import type { Limit } from '../store/attempts.ts'
import { subject } from './rule.ts'

const rule = subject('limits')

const MINUTE = 60 * 1000

const attempts: Limit = { failures: 10, forMs: 30 * MINUTE }

export const limitAttempts = rule(
  {
    says: 'Ten wrong passwords or codes in a row block the account for 30 minutes. The block ends without help, so no one can lock someone else out for good.',
    clauses: ['NIST SP 800-63B-4 3.2.2', 'ASVS 5.0 6.3.1', 'ASVS 5.0 6.1.1'],
    tests: [
      'actions/check-password.test.ts',
      'actions/verify-app.test.ts',
      'actions/change-password.test.ts',
    ],
  },
  (_kind: 'password' | 'code'): Limit => attempts,
)

export const limitMails = rule(
  {
    says: 'An account gets at most five mailed links an hour, so that no one can flood a mailbox.',
    clauses: ['ASVS 5.0 2.4.1'],
    tests: ['actions/activation-link.test.ts', 'actions/ask-for-reset.test.ts'],
  },
  (): { most: number; inMs: number } => ({ most: 5, inMs: 60 * MINUTE }),
)

export const limitUsers = rule(
  {
    says: 'A sandbox has at most a hundred users.',
    clauses: ['ASVS 5.0 2.4.1'],
    tests: ['actions/add-users.test.ts'],
  },
  (): number => 100,
)

export const refuseStrangers = rule(
  {
    says: 'Anyone can open a sandbox, so a sandbox sends mail to mailboxes of sandboxes only: its own and those of others.',
    clauses: ['ASVS 5.0 2.4.1'],
    tests: ['actions/add-users.test.ts'],
  },
  /** Answers what is wrong. `domain` is the sandbox's own, `others` are those of the addresses that another sandbox has. */
  (emails: string[], domain: string, others: readonly string[] = []): string | undefined => {
    const stranger = emails.find((email) => !email.endsWith(`@${domain}`) && !others.includes(email))
    return stranger === undefined
      ? undefined
      : `Mail stays in the sandboxes: “${stranger}” must be an e-mail address that ends in @${domain}`
  },
)
