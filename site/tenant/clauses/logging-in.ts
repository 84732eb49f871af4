import type { Guarantees } from './list.ts'

/** Activation, login, second factors and changes of an account. */
export const loggingIn: Guarantees = {
  'README.md': [
    {
      says: 'Documents how guessing is limited.',
      clauses: ['ASVS 5.0 6.1.1'],
    },
    {
      says: 'Documents the words that no password contains.',
      clauses: ['ASVS 5.0 6.1.2'],
    },
    {
      says: 'Documents every way of logging in.',
      clauses: ['ASVS 5.0 6.1.3'],
    },
    {
      says: 'Documents what happens when a second factor is lost.',
      clauses: ['ASVS 5.0 6.4.4'],
    },
  ],
  'actions/ask-for-reset.ts': [
    {
      says: 'Page, status and time are the same for every address. A mail goes to known ones whose password opens anything.',
      clauses: ['ASVS 5.0 6.3.8', 'ASVS 5.0 6.3.4'],
      tests: ['actions/ask-for-reset.test.ts', 'sso/no-password.test.ts'],
    },
  ],
  'actions/change-password.ts': [
    {
      says: 'A change of the password needs the current one. Wrong ones count as at the login.',
      clauses: ['ASVS 5.0 6.2.3'],
      tests: ['actions/change-password.test.ts'],
    },
    {
      says: 'After a change of the password the session gets a fresh ID. All other sessions and all reset links end.',
      clauses: ['ASVS 5.0 7.4.3'],
      tests: ['actions/change-password.test.ts'],
    },
  ],
  'actions/judge-link.ts': [
    {
      says: 'A link that was mailed before SSO came into force leads to a password, so it opens nothing.',
      clauses: ['ASVS 5.0 6.3.4'],
      tests: ['sso/no-password.test.ts'],
    },
  ],
  'actions/key-challenge.ts': [
    {
      says: 'Security keys are bound to the tenant’s domain, the RP ID.',
      clauses: ['WebAuthn Level 3 5.1.2'],
      tests: ['actions/enrol-key.test.ts', 'actions/verify-key.test.ts'],
    },
  ],
  'actions/reset-password.ts': [
    {
      says: 'A reset ends sessions and unfinished logins.',
      clauses: ['ASVS 5.0 7.4.3'],
      tests: ['actions/reset-password.test.ts'],
    },
    {
      says: 'A reset lifts a block on passwords.',
      clauses: ['ASVS 5.0 6.1.1'],
      tests: ['actions/reset-password.test.ts'],
    },
    {
      says: 'A reset keeps the second factor.',
      clauses: ['ASVS 5.0 6.4.3'],
      tests: ['actions/reset-password.test.ts'],
    },
    {
      says: '“Password Changed!” is shown only after the link has done it.',
      clauses: ['ASVS 5.0 2.3.1'],
      tests: ['actions/reset-password.test.ts'],
    },
  ],
  'actions/show-activated.ts': [
    {
      says: '“Account activated” is shown only after the link has done it.',
      clauses: ['ASVS 5.0 2.3.1'],
      tests: ['actions/set-password.test.ts'],
    },
  ],
  'actions/take-email.ts': [
    {
      says: 'Every address leads to the provider, or to the page of the password, registered or not.',
      clauses: ['Documentation log-in.3', 'ASVS 5.0 6.3.8'],
      tests: ['actions/way-in.test.ts'],
    },
  ],
  'actions/verify-app.ts': [
    {
      says: 'A later login asks for the enrolled app. Each code works once, and ten wrong ones in a row block.',
      clauses: ['ASVS 5.0 6.5.1', 'ASVS 5.0 6.3.1'],
      tests: ['actions/verify-app.test.ts'],
    },
  ],
  'actions/verify-key.ts': [
    {
      says: 'A person can refuse the browser’s question about a key. The page says so and offers to try again.',
      clauses: ['WebAuthn Level 3 7.1', 'WebAuthn Level 3 7.2'],
      tests: ['actions/verify-key.test.ts'],
    },
  ],
  'background.ts': [
    {
      says: 'No answer waits for a mail, because the time it takes would reveal whether the address is known.',
      clauses: ['ASVS 5.0 6.3.8'],
      tests: ['actions/ask-for-reset.test.ts'],
    },
  ],
  'http/link-cookie.ts': [
    {
      says: 'The token of a followed link leaves the address bar at once.',
      clauses: ['ASVS 5.0 14.2.1'],
      tests: ['actions/activation-link.test.ts'],
    },
  ],
  'http/load-visit.ts': [
    {
      says: 'Before the password, known and unknown addresses look the same.',
      clauses: ['ASVS 5.0 6.3.8'],
      tests: ['actions/change-user.test.ts', 'actions/session.test.ts'],
    },
  ],
  'stages.ts': [
    {
      says: 'Each stage of the login has one page. Every other page leads back to it.',
      clauses: ['ASVS 5.0 2.3.1'],
      tests: ['actions/way-in.test.ts'],
    },
  ],
  'store/authenticator-apps.ts': [
    {
      says: 'A time step is spent once: of several requests with the same code, exactly one succeeds.',
      clauses: ['RFC 6238 5.2', 'NIST SP 800-63B-4 3.1.4'],
      tests: ['actions/verify-app.test.ts'],
    },
  ],
  'store/challenges.ts': [
    {
      says: 'A challenge is spent once, by the visit and for the purpose that it was made for.',
      clauses: ['WebAuthn Level 3 13.4.3'],
      tests: ['actions/verify-key.test.ts'],
    },
  ],
  'store/mailed-links.ts': [
    {
      says: 'A new link ends all earlier ones of the account for the same purpose.',
      clauses: ['ASVS 5.0 6.6.2'],
      tests: ['actions/activation-link.test.ts', 'actions/reset-password.test.ts'],
    },
  ],
  'store/security-keys.ts': [
    {
      says: 'The ID of a security key is registered once, whatever the account.',
      clauses: ['WebAuthn Level 3 7.1'],
      tests: ['actions/enrol-key.test.ts'],
    },
  ],
}
