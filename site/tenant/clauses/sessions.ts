import type { Guarantees } from './list.ts'

/** Sessions and their cookies, confirmations, and what Administrators do with users. */
export const sessions: Guarantees = {
  'README.md': [
    {
      says: 'Documents how long a session lasts.',
      clauses: ['ASVS 5.0 7.1.1', 'NIST SP 800-63B-4 2.2.3'],
    },
    {
      says: 'Documents how many sessions an account can have.',
      clauses: ['ASVS 5.0 7.1.2'],
    },
  ],
  'actions/change-user.ts': [
    {
      says: 'An Administrator changes users of the same sandbox only.',
      clauses: ['ASVS 5.0 8.2.2'],
      tests: ['actions/change-user.test.ts'],
    },
    {
      says: 'Another role, or an end of access, counts at the user’s next request.',
      clauses: ['ASVS 5.0 8.3.2'],
      tests: ['actions/change-user.test.ts'],
    },
    {
      says: 'When an account is removed, its sessions end.',
      clauses: ['ASVS 5.0 7.4.2'],
      tests: ['actions/change-user.test.ts'],
    },
    {
      says: 'A fresh invitation ends the link of the earlier one.',
      clauses: ['ASVS 5.0 6.6.2'],
      tests: ['actions/change-user.test.ts', 'actions/add-users.test.ts'],
    },
  ],
  'actions/end-sessions-of-user.ts': [
    {
      says: 'An Administrator can end the sessions of a user. The session in which this is done continues.',
      clauses: ['ASVS 5.0 7.4.5'],
      tests: ['actions/change-user.test.ts'],
    },
  ],
  'actions/log-out.ts': [
    {
      says: 'Logging out ends the session on the server, too: its ID opens nothing afterwards.',
      clauses: ['ASVS 5.0 7.4.1'],
      tests: ['actions/session.test.ts'],
    },
  ],
  'actions/sign-in.ts': [
    {
      says: 'A finished login gets a session with a fresh ID.',
      clauses: ['ASVS 5.0 7.2.4'],
      tests: ['actions/session.test.ts'],
    },
  ],
  'actions/users.ts': [
    {
      says: 'The page of users refuses changes by everyone but Administrators, and says who can make them.',
      clauses: ['ASVS 5.0 8.2.1'],
      tests: ['actions/change-user.test.ts'],
    },
  ],
  'actions/your-account.ts': [
    {
      says: 'A change of how an account is logged in to needs a fresh confirmation: the login again, from the password on, or at the provider.',
      clauses: ['ASVS 5.0 7.5.1'],
      tests: ['actions/your-account.test.ts'],
    },
    {
      says: 'A person sees all sessions of the account and can end each of the others, or all of them.',
      clauses: ['ASVS 5.0 7.5.2'],
      tests: ['actions/your-account.test.ts'],
    },
  ],
  'http/signed-in.ts': [
    {
      says: 'Pages of Administrators open for Administrators only. Refusals are in the audit log.',
      clauses: ['ASVS 5.0 8.2.1', 'ASVS 5.0 16.3.2'],
      tests: ['actions/configuration.test.ts', 'actions/change-user.test.ts'],
    },
  ],
  'http/visit-cookie.ts': [
    {
      says: 'The session cookie is Secure, HttpOnly and SameSite. Each sandbox has its own path, so that one browser can be in several; the prefix __Host- (3.3.3) would not allow that.',
      clauses: ['ASVS 5.0 3.3.1', 'ASVS 5.0 3.3.2', 'ASVS 5.0 3.3.4'],
      tests: ['actions/session.test.ts', 'http/headers.test.ts'],
    },
  ],
  'store/users.ts': [
    {
      says: 'Removing a user removes everything of the account, sessions included.',
      clauses: ['ASVS 5.0 7.4.2'],
      tests: ['actions/change-user.test.ts'],
    },
  ],
  'store/visits.ts': [
    {
      says: 'A fresh session ID replaces the old one, which opens nothing from then on.',
      clauses: ['ASVS 5.0 7.2.4'],
      tests: ['actions/session.test.ts'],
    },
    {
      says: 'All sessions and unfinished logins of an account end at once, except the one that asks for it.',
      clauses: ['ASVS 5.0 7.4.3'],
      tests: ['actions/reset-password.test.ts'],
    },
  ],
}
