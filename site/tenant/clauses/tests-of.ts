const rules = 'rules/rules.test.ts'
const users = 'rules/users.test.ts'
const limits = 'rules/limits.test.ts'
const accounts = 'rules/accounts.test.ts'
const sso = 'rules/sso.test.ts'
const provider = 'rules/provider.test.ts'
const action = (name: string) => `actions/${name}.test.ts`
const settings = action('sso-settings')
const single = 'sso/sign-in.test.ts'
const whoIsWho = 'sso/who-is-who.test.ts'
const noPassword = 'sso/no-password.test.ts'

/**
 * Which tests hold each rule, by their paths in the tenant's folder. What the rule is
 * and which clauses it holds is read from its own file.
 * A rule that is missing here, a file that is not there, fails read-clauses.test.ts.
 */
export const testsOf: Record<string, string[]> = {
  'check-issuer': [sso, settings],
  'check-tenant': [sso, single],
  'choose-break-glass': [sso, settings],
  'explain-refusal': [sso, single],
  'fetch-discovery': [provider, settings],
  'guard-outgoing': [sso, settings],
  'hash-password': [rules],
  'is-access-over': [users, action('change-user')],
  'is-challenge-expired': [limits, action('enrol-key')],
  'is-confirmed': [limits, action('your-account')],
  'is-cross-site': [accounts, 'http/refuse-cross-site.test.ts'],
  'is-device-remembered': [limits, action('remember-device')],
  'is-fresh-sign-in': [sso, 'sso/confirming.test.ts'],
  'is-link-expired': [limits, action('activation-link')],
  'is-link-spent': [limits, action('set-password'), action('activation-link'), action('reset-password')],
  'is-provider-login-over': [limits, single],
  'is-reset-link-expired': [limits, action('reset-password')],
  'is-sign-in-link-expired': [limits, action('configuration')],
  'is-signed-in': [rules, action('session')],
  'is-visit-over': [rules, action('session')],
  'keep-an-administrator': [users, action('change-user')],
  'keep-break-glass': [sso, action('users-under-sso')],
  'key-algorithms': [action('enrol-key')],
  'limit-attempts': [limits, action('check-password'), action('verify-app'), action('change-password')],
  'limit-mails': [limits, action('activation-link'), action('ask-for-reset')],
  'limit-password-length': [rules, action('set-password')],
  'limit-users': [limits, action('add-users')],
  'make-secret': [rules],
  'match-passwords': [rules, action('set-password')],
  'may-administer': [users, action('configuration')],
  'may-link-identity': [sso, whoIsWho],
  'may-open-dashboard': [rules, action('way-in')],
  'may-remove-method': [accounts, action('your-account')],
  'may-reset-password': [accounts, action('ask-for-reset')],
  'may-session-go-on': [sso, whoIsWho],
  'may-use-password': [sso, noPassword],
  'notify-of-change': [accounts, action('your-account'), action('change-password')],
  'read-addresses': [users, action('add-users')],
  'read-client-id': [sso, settings],
  'read-directory-id': [sso, settings],
  'read-discovery-url': [sso, settings],
  'read-email': [accounts, action('way-in')],
  'read-last-day': [users],
  'read-role': [accounts, action('add-users')],
  'refuse-names-in-password': [rules, action('set-password')],
  'refuse-strangers': [users, action('add-users')],
  'refuse-well-known-password': [rules, action('set-password')],
  'require-password': [accounts, action('set-password')],
  'require-second-factor': [rules, action('reset-password')],
  'trusted-email': [sso],
  'verify-code': [rules, action('verify-app')],
  'verify-key-assertion': [action('verify-key')],
  'verify-key-registration': [action('enrol-key')],
  'verify-logout-token': [provider, 'sso/logging-out.test.ts'],
  'verify-password': [rules, action('check-password')],
  'verify-sign-in': [single],
}
