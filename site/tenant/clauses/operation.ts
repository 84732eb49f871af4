import type { Guarantees } from './list.ts'

/** Headers, errors, the audit log, secrets, and pages that everyone can use. */
export const operation: Guarantees = {
  'README.md': [
    {
      says: 'Documents what the audit log contains.',
      clauses: ['ASVS 5.0 16.3.1', 'ASVS 5.0 16.3.2', 'ASVS 5.0 16.3.3'],
    },
  ],
  'http/answer-error.ts': [
    {
      says: 'An error page says what went wrong in words, and never shows a stack trace.',
      clauses: ['ASVS 5.0 16.5.1'],
      tests: ['http/bad-input.test.ts'],
    },
  ],
  'http/headers.ts': [
    {
      says: 'Pages load nothing from elsewhere, run no inline scripts, send no referrer, and appear in no frame except the site’s.',
      clauses: ['ASVS 5.0 3.4.3', 'ASVS 5.0 3.4.4', 'ASVS 5.0 3.4.5', 'ASVS 5.0 3.4.6'],
      tests: ['http/headers.test.ts'],
    },
    {
      says: 'Browsers keep no copy of a page, because pages show what only one person may see.',
      clauses: ['ASVS 5.0 14.3.2'],
      tests: ['http/headers.test.ts'],
    },
  ],
  'http/record.ts': [
    {
      says: 'Logins, refusals and what Administrators do are in the audit log, with the address of the person.',
      clauses: ['ASVS 5.0 16.3.1', 'ASVS 5.0 16.3.2', 'ASVS 5.0 16.3.3'],
      tests: ['http/audit.test.ts', 'actions/change-user.test.ts'],
    },
  ],
  'screens/parts/field.tsx': [
    {
      says: 'When an entry is refused, the focus is in its field, and the message belongs to the field.',
      clauses: ['WCAG 2.2 3.3.1'],
      tests: ['http/forms.test.ts'],
    },
  ],
  'screens/parts/shell.tsx': [
    {
      says: 'A link skips the bar and the pane, for people who use the keyboard.',
      clauses: ['WCAG 2.2 2.4.1'],
      tests: ['screens/screens.spec.ts'],
    },
  ],
  'secrets.ts': [
    {
      says: 'Tokens have 256 random bits; the standard asks for 128.',
      clauses: ['ASVS 5.0 7.2.3', 'ASVS 5.0 11.5.1'],
      tests: ['actions/activation-link.test.ts'],
    },
  ],
  'store/audit-entries.ts': [
    {
      says: 'Entries of the audit log can be added, but neither changed nor removed.',
      clauses: ['ASVS 5.0 16.4.2'],
      tests: ['actions/change-user.test.ts'],
    },
  ],
  'store/open-vault.ts': [
    {
      says: 'Secrets that must be read again are sealed, so that the store alone reveals none.',
      clauses: ['ASVS 5.0 11.3.3', 'ASVS 5.0 13.3.1'],
      tests: ['actions/sso-settings.test.ts', 'sso/logging-out.test.ts'],
    },
  ],
}
