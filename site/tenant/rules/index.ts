import { checkIssuer } from './check-issuer.ts'
import { checkTenant } from './check-tenant.ts'
import { chooseBreakGlass } from './choose-break-glass.ts'
import { explainRefusal } from './explain-refusal.ts'
import { fetchDiscovery } from './fetch-discovery.ts'
import { guardOutgoing } from './guard-outgoing.ts'
import { hashPassword } from './hash-password.ts'
import { isAccessOver } from './is-access-over.ts'
import { isChallengeExpired } from './is-challenge-expired.ts'
import { isConfirmed } from './is-confirmed.ts'
import { isCrossSite } from './is-cross-site.ts'
import { isDeviceRemembered } from './is-device-remembered.ts'
import { isFreshSignIn } from './is-fresh-sign-in.ts'
import { isLinkExpired } from './is-link-expired.ts'
import { isLinkSpent } from './is-link-spent.ts'
import { isProviderLoginOver } from './is-provider-login-over.ts'
import { isResetLinkExpired } from './is-reset-link-expired.ts'
import { isSignInLinkExpired } from './is-sign-in-link-expired.ts'
import { isSignedIn } from './is-signed-in.ts'
import { isVisitOver } from './is-visit-over.ts'
import { keepAnAdministrator } from './keep-an-administrator.ts'
import { keepBreakGlass } from './keep-break-glass.ts'
import { limitAttempts } from './limit-attempts.ts'
import { limitMails } from './limit-mails.ts'
import { limitPasswordLength } from './limit-password-length.ts'
import { limitUsers } from './limit-users.ts'
import { makeSecret } from './make-secret.ts'
import { matchPasswords } from './match-passwords.ts'
import { mayAdminister } from './may-administer.ts'
import { mayLinkIdentity } from './may-link-identity.ts'
import { mayModify } from './may-modify.ts'
import { mayOpenDashboard } from './may-open-dashboard.ts'
import { mayRemoveMethod } from './may-remove-method.ts'
import { mayResetPassword } from './may-reset-password.ts'
import { maySessionGoOn } from './may-session-go-on.ts'
import { mayUsePassword } from './may-use-password.ts'
import { notifyOfChange } from './notify-of-change.ts'
import { readAddresses } from './read-addresses.ts'
import { readClientId } from './read-client-id.ts'
import { readDirectoryId } from './read-directory-id.ts'
import { readDiscoveryUrl } from './read-discovery-url.ts'
import { readEmail } from './read-email.ts'
import { readLastDay } from './read-last-day.ts'
import { readRole } from './read-role.ts'
import { refuseNamesInPassword } from './refuse-names-in-password.ts'
import { refuseStrangers } from './refuse-strangers.ts'
import { refuseWellKnownPassword } from './refuse-well-known-password.ts'
import { requirePassword } from './require-password.ts'
import { requireSecondFactor } from './require-second-factor.ts'
import { trustedEmail } from './trusted-email.ts'
import { verifyCode } from './verify-code.ts'
import { verifyKeyAssertion } from './verify-key-assertion.ts'
import { verifyKeyRegistration } from './verify-key-registration.ts'
import { verifyLogoutToken } from './verify-logout-token.ts'
import { verifyPassword } from './verify-password.ts'
import { verifySignIn } from './verify-sign-in.ts'

/**
 * Every decision of the product, listed once. The server decides nothing but through the rules it was started with, so
 * that one of them can be replaced from outside: `startTenant({ rules: { ...rules, isLinkExpired: () => false } })`.
 */
export const rules = {
  isLinkExpired,
  isLinkSpent,
  isResetLinkExpired,
  mayResetPassword,
  notifyOfChange,
  isConfirmed,
  mayRemoveMethod,
  isDeviceRemembered,
  limitMails,
  requirePassword,
  matchPasswords,
  limitPasswordLength,
  refuseWellKnownPassword,
  refuseNamesInPassword,
  hashPassword,
  readEmail,
  verifyPassword,
  limitAttempts,
  requireSecondFactor,
  makeSecret,
  verifyCode,
  verifyKeyRegistration,
  verifyKeyAssertion,
  isChallengeExpired,
  isSignedIn,
  mayOpenDashboard,
  mayAdminister,
  mayModify,
  isAccessOver,
  keepAnAdministrator,
  keepBreakGlass,
  readAddresses,
  refuseStrangers,
  limitUsers,
  readRole,
  readLastDay,
  isSignInLinkExpired,
  isVisitOver,
  isCrossSite,
  readClientId,
  readDirectoryId,
  readDiscoveryUrl,
  guardOutgoing,
  fetchDiscovery,
  checkIssuer,
  chooseBreakGlass,
  mayUsePassword,
  maySessionGoOn,
  isProviderLoginOver,
  verifySignIn,
  isFreshSignIn,
  checkTenant,
  trustedEmail,
  mayLinkIdentity,
  explainRefusal,
  verifyLogoutToken,
}

export type Rules = typeof rules
