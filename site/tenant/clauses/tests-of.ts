const rules = 'rules/rules.test.ts'
const users = 'rules/users.test.ts'
const action = (name: string) => `actions/${name}.test.ts`
const settings = action('sso-settings')
const single = 'sso/sign-in.test.ts'
const whoIsWho = 'sso/who-is-who.test.ts'
const noPassword = 'sso/no-password.test.ts'

/**
 * Which tests hold each rule, by their paths in the tenant's folder; none where no test is there for it yet. What the rule is
 * and which clauses it holds is read from its own file.
 * A rule that is missing here, a file that is not there, fails read-clauses.test.ts.
 */
export const testsOf: Record<string, string[]> = {
  'check-issuer': [settings],
  'check-tenant': [single],
  'choose-break-glass': [settings],
  'explain-refusal': [single],
  'fetch-discovery': [settings],
  'guard-outgoing': [settings],
  'hash-password': [rules],
  'is-access-over': [users, action('change-user')],
  'is-challenge-expired': [action('enrol-key')],
  'is-confirmed': [action('your-account')],
  'is-cross-site': ['http/refuse-cross-site.test.ts'],
  'is-device-remembered': [action('remember-device')],
  'is-link-expired': [rules, action('activation-link')],
  'is-link-spent': [action('set-password'), action('activation-link'), action('reset-password')],
  'is-provider-login-over': [single],
  'is-reset-link-expired': [action('reset-password')],
  'is-sign-in-link-expired': [],
  'is-signed-in': [rules, action('session')],
  'is-visit-over': [rules, action('session')],
  'keep-an-administrator': [users, action('change-user')],
  'keep-break-glass': [action('users-under-sso')],
  'key-algorithms': [action('enrol-key')],
  'limit-attempts': [action('check-password'), action('verify-app'), action('change-password')],
  'limit-mails': [action('activation-link'), action('ask-for-reset')],
  'limit-password-length': [rules, action('set-password')],
  'limit-users': [],
  'make-secret': [rules],
  'match-passwords': [rules, action('set-password')],
  'may-administer': [users, action('configuration')],
  'may-link-identity': [whoIsWho],
  'may-open-dashboard': [rules, action('way-in')],
  'may-remove-method': [action('your-account')],
  'may-reset-password': [action('ask-for-reset')],
  'may-session-go-on': [whoIsWho],
  'may-use-password': [noPassword],
  'notify-of-change': [action('your-account'), action('change-password')],
  'read-addresses': [users, action('add-users')],
  'read-client-id': [settings],
  'read-directory-id': [settings],
  'read-discovery-url': [settings],
  'read-email': [action('way-in')],
  'read-last-day': [users],
  'read-role': [action('add-users')],
  'refuse-names-in-password': [rules, action('set-password')],
  'refuse-strangers': [users, action('add-users')],
  'refuse-well-known-password': [rules, action('set-password')],
  'require-password': [action('set-password')],
  'require-second-factor': [rules, action('reset-password')],
  'trusted-email': ['rules/sso.test.ts'],
  'verify-code': [rules, action('verify-app')],
  'verify-key-assertion': [action('verify-key')],
  'verify-key-registration': [action('enrol-key')],
  'verify-logout-token': ['sso/logging-out.test.ts'],
  'verify-password': [rules, action('check-password')],
  'verify-sign-in': [single],
}
