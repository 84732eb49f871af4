import type { Guarantees } from './list.ts'

/** Logins, confirmations and logouts with the organization's provider, and the settings for them. */
export const sso: Guarantees = {
  'README.md': [
    {
      says: 'Documents how sessions here and at the provider depend on each other.',
      clauses: ['ASVS 5.0 7.1.3', 'ASVS 5.0 7.6.1'],
    },
    {
      says: 'Documents that a provider that gives no time of the sign-in confirms nothing.',
      clauses: ['ASVS 5.0 6.8.4'],
    },
  ],
  'actions/back-channel-logout.ts': [
    {
      says: 'When the provider says that a session there has ended, the sessions here that came from it end, too.',
      clauses: ['OpenID Connect Back-Channel Logout 1.0 2.5'],
      tests: ['sso/back-channel-logout.test.ts'],
    },
  ],
  'actions/confirm-at-provider.ts': [
    {
      says: 'A confirmation at the provider counts only for the person whose session this is.',
      clauses: ['ASVS 5.0 7.5.1'],
      tests: ['sso/confirming.test.ts'],
    },
  ],
  'actions/leave-for-provider.ts': [
    {
      says: 'Every address of an organization with SSO leads to the provider, whether or not it was added.',
      clauses: ['Documentation log-in-sso.3', 'ASVS 5.0 6.3.8'],
      tests: ['sso/sign-in.test.ts'],
    },
    {
      says: 'A person goes to the provider only on request.',
      clauses: ['ASVS 5.0 7.6.2'],
      tests: ['sso/sign-in.test.ts'],
    },
    {
      says: 'With a client secret, the login uses the code flow with PKCE.',
      clauses: ['RFC 9700 2.1.1', 'ASVS 5.0 10.2.1'],
      tests: ['sso/sign-in.test.ts'],
    },
  ],
  'actions/log-out-of-provider.ts': [
    {
      says: 'A logout at the provider sends the ID token, so that the provider knows who leaves, and gets its state back.',
      clauses: ['OpenID Connect RP-Initiated Logout 1.0 2', 'OpenID Connect RP-Initiated Logout 1.0 3'],
      tests: ['sso/logging-out.test.ts'],
    },
  ],
  'actions/show-pane.ts': [
    {
      says: 'The settings pane never contains the client secret.',
      clauses: ['ASVS 5.0 15.3.1'],
      tests: ['actions/sso-settings.test.ts'],
    },
  ],
  'actions/show-refusal.ts': [
    {
      says: 'The reason of a refusal at the provider is on the page, and not in its address.',
      clauses: ['ASVS 5.0 14.2.1'],
      tests: ['sso/sign-in.test.ts'],
    },
  ],
  'actions/show-way-in.ts': [
    {
      says: 'The state that comes back from a logout at the provider leaves the address bar at once.',
      clauses: ['OpenID Connect RP-Initiated Logout 1.0 3'],
      tests: ['sso/logging-out.test.ts'],
    },
  ],
  'http/browser-cookie.ts': [
    {
      says: 'An answer of the provider counts only in the browser that asked for it.',
      clauses: ['RFC 9700 4.7'],
      tests: ['sso/sign-in.test.ts', 'sso/logging-out.test.ts'],
    },
  ],
  'sso/addresses.ts': [
    {
      says: 'The tenant has an address where the provider reports that a session has ended.',
      clauses: ['OpenID Connect Back-Channel Logout 1.0 2.2'],
      tests: ['actions/sso-settings.test.ts'],
    },
  ],
  'sso/connect.ts': [
    {
      says: 'The client secret travels by HTTP Basic, unless the provider accepts it in the body only.',
      clauses: ['OpenID Connect Core 1.0 9'],
      tests: ['sso/sign-in.test.ts'],
    },
  ],
  'store/logout-tokens.ts': [
    {
      says: 'A logout token counts once: of several requests with the same one, exactly one succeeds.',
      clauses: ['OpenID Connect Back-Channel Logout 1.0 2.6'],
      tests: ['sso/back-channel-logout.test.ts'],
    },
  ],
  'store/sso-logins.ts': [
    {
      says: 'A login at the provider is spent once, and only in the browser that began it.',
      clauses: ['RFC 9700 4.7', 'ASVS 5.0 10.1.2'],
      tests: ['sso/sign-in.test.ts'],
    },
  ],
  'store/sso-sessions.ts': [
    {
      says: 'A logout token ends the sessions that came from one session at the provider, or all of a person there.',
      clauses: ['OpenID Connect Back-Channel Logout 1.0 2.7'],
      tests: ['sso/logging-out.test.ts', 'sso/back-channel-logout.test.ts'],
    },
  ],
}
