import * as accountChanges from './account-changes.ts'
import * as breakGlass from './break-glass.ts'
import * as codes from './codes.ts'
import * as discovery from './discovery.ts'
import * as identities from './identities.ts'
import * as keys from './keys.ts'
import * as limits from './limits.ts'
import * as links from './links.ts'
import * as logoutTokens from './logout-tokens.ts'
import * as outgoing from './outgoing.ts'
import * as passwords from './passwords.ts'
import * as roles from './roles.ts'
import * as secondFactors from './second-factors.ts'
import * as sessions from './sessions.ts'
import * as ssoLogins from './sso-logins.ts'
import * as ssoSettings from './sso-settings.ts'
import * as users from './users.ts'

/**
 * Every decision of the product. The server decides only through the rules that it is started with, so that one of them can
 * be replaced from outside: `startTenant({ rules: { ...rules, isLinkExpired: () => false } })`.
 */
export const rules = {
  ...accountChanges,
  ...breakGlass,
  ...codes,
  ...discovery,
  ...identities,
  ...keys,
  ...limits,
  ...links,
  ...logoutTokens,
  ...outgoing,
  ...passwords,
  ...roles,
  ...secondFactors,
  ...sessions,
  ...ssoLogins,
  ...ssoSettings,
  ...users,
}

export type Rules = typeof rules
