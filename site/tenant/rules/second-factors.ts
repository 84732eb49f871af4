import type { Stage } from '../stages.ts'
import { subject } from './rule.ts'

const rule = subject('second-factors')

const DAY = 24 * 60 * 60 * 1000

/** What an account has enrolled: an authenticator app or not, and how many security keys. */
interface Enrolled {
  app: boolean
  keys: number
}

export const requireSecondFactor = rule(
  {
    says: 'At the first login a second factor is enrolled. Later logins ask for it.',
    clauses: ['Documentation log-in'],
    tests: ['actions/reset-password.test.ts'],
  },
  /** Answers where the right password leads; `in` would mean no second factor. */
  ({ app, keys }: Enrolled): Stage => {
    if (app) return 'verify-app'
    return keys > 0 ? 'verify-key' : 'enrol'
  },
)

export const mayEnrol = rule(
  {
    says: 'A second factor is enrolled by the first login, or after a fresh confirmation. A login that was half-way while another one enrolled must prove what is enrolled by now.',
    clauses: ['ASVS 5.0 6.3.3', 'ASVS 5.0 7.5.1'],
    tests: ['actions/enrol.test.ts'],
  },
  ({ app, keys }: Enrolled, isConfirmed: boolean): boolean => isConfirmed || (!app && keys === 0),
)

export const endHalfWayLogins = rule(
  {
    says: 'Enrolling a second factor ends all other logins of the account that are half-way: someone who knows the password may be waiting in one.',
    clauses: ['ASVS 5.0 7.4.3'],
    tests: ['actions/enrol.test.ts'],
  },
  (): boolean => true,
)

export const mayRemoveMethod = rule(
  {
    says: 'The last second factor of an account cannot be removed, because two factors are always required.',
    clauses: ['ASVS 5.0 6.3.3'],
    tests: ['actions/your-account.test.ts'],
  },
  ({ app, keys }: Enrolled): boolean => (app ? 1 : 0) + keys > 1,
)

export const isDeviceRemembered = rule(
  {
    says: 'After “Remember this device for 30 days”, the same account is not asked for its second factor on this device for that long.',
    clauses: ['ASVS 5.0 6.1.3'],
    tests: ['actions/remember-device.test.ts'],
  },
  /** Times in ms. */
  (device: { account_id: string; issued_at: number }, account: { id: string }, now: number): boolean =>
    device.account_id === account.id && now - device.issued_at < 30 * DAY,
)
