import type { Check } from './check.ts'
import { otp1 } from './codes/otp1-code-works-once.ts'
import { otp2 } from './codes/otp2-code-works-once-at-once.ts'
import { otp3 } from './codes/otp3-code-lives-for-its-time-step.ts'
import { otp4 } from './codes/otp4-guessing-codes-is-limited.ts'
import { otp5 } from './codes/otp5-app-enrolment.ts'
import { otp6 } from './codes/otp6-nothing-opens-half-way.ts'
import { otp7 } from './codes/otp7-factor-change-needs-fresh-proof.ts'
import { otp8 } from './codes/otp8-recovery-code-works-once.ts'
import { enu1 } from './enumeration/enu1-email-tells-nothing.ts'
import { enu2 } from './enumeration/enu2-time-tells-nothing.ts'
import { enu3 } from './enumeration/enu3-reset-tells-nothing.ts'
import { enu4 } from './enumeration/enu4-wrong-password-tells-nothing.ts'
import { flt1 } from './faults/flt1-activate-account.ts'
import { flt2 } from './faults/flt2-log-in.ts'
import { flt3 } from './faults/flt3-reset-password.ts'
import { flt4 } from './faults/flt4-log-in-sso.ts'
import { flt5 } from './faults/flt5-configure-sso-entra.ts'
import { flt6 } from './faults/flt6-configure-sso-oidc.ts'
import { flt7 } from './faults/flt7-add-users.ts'
import { wa1 } from './keys/wa1-challenges-are-fresh.ts'
import { wa2 } from './keys/wa2-answer-not-replayed.ts'
import { wa3 } from './keys/wa3-origin-checked.ts'
import { wa4 } from './keys/wa4-type-checked.ts'
import { wa5 } from './keys/wa5-rp-id-checked.ts'
import { wa6 } from './keys/wa6-presence-and-verification-checked.ts'
import { wa7 } from './keys/wa7-signature-checked.ts'
import { wa8 } from './keys/wa8-other-users-key-refused.ts'
import { wa9 } from './keys/wa9-algorithm-and-backup-flags-checked.ts'
import { wa10 } from './keys/wa10-credential-id-checked.ts'
import { wa11 } from './keys/wa11-counter-going-back.ts'
import { wa12 } from './keys/wa12-cancelling-is-told.ts'
import { lnk1 } from './links/lnk1-link-works-once.ts'
import { lnk2 } from './links/lnk2-link-expires.ts'
import { lnk3 } from './links/lnk3-token-is-random.ts'
import { lnk4 } from './links/lnk4-newest-link-only.ts'
import { lnk5 } from './links/lnk5-spoilt-token-refused.ts'
import { lnk6 } from './links/lnk6-reset-keeps-second-factor.ts'
import { lnk7 } from './links/lnk7-reset-ends-sessions.ts'
import { lnk8 } from './links/lnk8-link-page-leaks-nothing.ts'
import { lnk9 } from './links/lnk9-mail-scanner-spends-nothing.ts'
import { lnk10 } from './links/lnk10-mailed-address-is-configured.ts'
import { lnk11 } from './links/lnk11-no-step-jumped-over.ts'
import { lnk12 } from './links/lnk12-change-is-noticed.ts'
import { lnk13 } from './links/lnk13-administrator-sets-no-password.ts'
import { pwd1 } from './passwords/pwd1-short-password-refused.ts'
import { pwd2 } from './passwords/pwd2-long-passphrase.ts'
import { pwd3 } from './passwords/pwd3-every-character-counts.ts'
import { pwd4 } from './passwords/pwd4-no-composition-rule.ts'
import { pwd5 } from './passwords/pwd5-well-known-password-refused.ts'
import { pwd6 } from './passwords/pwd6-names-in-password-refused.ts'
import { pwd7 } from './passwords/pwd7-password-managers-work.ts'
import { pwd8 } from './passwords/pwd8-unicode-normalised.ts'
import { pwd9 } from './passwords/pwd9-change-needs-current-password.ts'
import { rate1 } from './passwords/rate1-guessing-is-limited.ts'
import { rate2 } from './passwords/rate2-nobody-is-locked-out-for-good.ts'
import { rp1 } from './relying-party/rp1-nonce-checked.ts'
import { rp2 } from './relying-party/rp2-issuer-checked.ts'
import { rp3 } from './relying-party/rp3-audience-checked.ts'
import { rp4 } from './relying-party/rp4-times-and-subject-checked.ts'
import { rp5 } from './relying-party/rp5-signature-checked.ts'
import { rp6 } from './relying-party/rp6-userinfo-subject-checked.ts'
import { rp7 } from './relying-party/rp7-answer-bound-to-browser.ts'
import { rp8 } from './relying-party/rp8-pkce-fresh.ts'
import { rp9 } from './relying-party/rp9-response-issuer-checked.ts'
import { rp10 } from './relying-party/rp10-address-takes-nothing-over.ts'
import { rp11 } from './relying-party/rp11-tenant-checked.ts'
import { rp12 } from './relying-party/rp12-keys-fetched-anew.ts'
import { rp13 } from './relying-party/rp13-no-token-in-browser.ts'
import { rp14 } from './relying-party/rp14-password-is-no-way-around.ts'
import { ses1 } from './sessions/ses1-session-id-renewed.ts'
import { ses2 } from './sessions/ses2-logout-ends-session.ts'
import { ses3 } from './sessions/ses3-session-cookie-guarded.ts'
import { ses4 } from './sessions/ses4-session-ends-by-itself.ts'
import { ses5 } from './sessions/ses5-cross-site-request-refused.ts'
import { ses6 } from './sessions/ses6-login-not-framed.ts'
import { ses7 } from './sessions/ses7-no-open-redirect.ts'
import { ses8 } from './sessions/ses8-removed-user-is-out.ts'
import { snk1 } from './sneak-paths/snk1-activate-account.ts'
import { snk2 } from './sneak-paths/snk2-log-in.ts'
import { snk3 } from './sneak-paths/snk3-reset-password.ts'
import { snk4 } from './sneak-paths/snk4-log-in-sso.ts'
import { snk5 } from './sneak-paths/snk5-configure-sso-entra.ts'
import { snk6 } from './sneak-paths/snk6-configure-sso-oidc.ts'
import { snk7 } from './sneak-paths/snk7-add-users.ts'
import { cfg1 } from './sso-configuration/cfg1-other-issuer-refused.ts'
import { cfg2 } from './sso-configuration/cfg2-no-fetching-from-within.ts'
import { cfg3 } from './sso-configuration/cfg3-secret-never-shown.ts'
import { cfg4 } from './sso-configuration/cfg4-foreign-domain-refused.ts'

/** Every check, listed once. */
export const checks: Check[] = [
  enu1,
  enu2,
  enu3,
  enu4,
  pwd1,
  pwd2,
  pwd3,
  pwd4,
  pwd5,
  pwd6,
  pwd7,
  pwd8,
  pwd9,
  rate1,
  rate2,
  lnk1,
  lnk2,
  lnk3,
  lnk4,
  lnk5,
  lnk6,
  lnk7,
  lnk8,
  lnk9,
  lnk10,
  lnk11,
  lnk12,
  lnk13,
  otp1,
  otp2,
  otp3,
  otp4,
  otp5,
  otp6,
  otp7,
  otp8,
  wa1,
  wa2,
  wa3,
  wa4,
  wa5,
  wa6,
  wa7,
  wa8,
  wa9,
  wa10,
  wa11,
  wa12,
  ses1,
  ses2,
  ses3,
  ses4,
  ses5,
  ses6,
  ses7,
  ses8,
  rp1,
  rp2,
  rp3,
  rp4,
  rp5,
  rp6,
  rp7,
  rp8,
  rp9,
  rp10,
  rp11,
  rp12,
  rp13,
  rp14,
  cfg1,
  cfg2,
  cfg3,
  cfg4,
  snk1,
  snk2,
  snk3,
  snk4,
  snk5,
  snk6,
  snk7,
  flt1,
  flt2,
  flt3,
  flt4,
  flt5,
  flt6,
  flt7,
]

/** The check of that id; throws when there is none. */
export function checkOf(id: string): Check {
  const check = checks.find((check) => check.id === id)
  if (!check) throw new Error(`conformance/checks/index.ts has no check "${id}".`)
  return check
}
