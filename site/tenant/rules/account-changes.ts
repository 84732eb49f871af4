import { subject } from './rule.ts'

const rule = subject('account-changes')

const FIVE_MINUTES = 5 * 60 * 1000

/** A change of how someone logs in to an account. */
export type AccountChange =
  | 'password-reset'
  | 'password-changed'
  | 'authenticator-app-added'
  | 'security-key-added'
  | 'authenticator-app-removed'
  | 'security-key-removed'

export const isConfirmed = rule(
  {
    says: 'To change how an account is logged in to, or to end its other sessions, a person confirms with everything that the login asks for, and has five minutes from then on. The login itself does not count, because someone else may use the computer by now.',
    clauses: ['ASVS 5.0 7.5.1', 'ASVS 5.0 7.5.2'],
    tests: ['actions/your-account.test.ts'],
  },
  /** Times in ms; `confirmed_at` is null before the first confirmation. */
  ({ confirmed_at }: { confirmed_at: number | null }, now: number): boolean =>
    confirmed_at !== null && now - confirmed_at < FIVE_MINUTES,
)

export const notifyOfChange = rule(
  {
    says: 'The holder of an account gets a mail about each such change, so that a change by someone else does not go unnoticed.',
    clauses: ['NIST SP 800-63B-4 4.1.2.1', 'NIST SP 800-63B-4 4.6', 'ASVS 5.0 6.3.7'],
    tests: ['actions/your-account.test.ts', 'actions/change-password.test.ts'],
  },
  (_change: AccountChange): boolean => true,
)

export const endsSessions = rule(
  {
    says: 'Another password ends every session and half-way login of the account, but for the session in which it is changed.',
    clauses: ['ASVS 5.0 7.4.3'],
    tests: ['actions/reset-password.test.ts', 'actions/change-password.test.ts'],
  },
  (_change: 'password-reset' | 'password-changed'): boolean => true,
)
