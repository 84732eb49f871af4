import { CheckError } from '../errors.ts'
import { addressToldToOthers } from './address-told-to-others.ts'
import { answerForAnyBrowser } from './answer-for-any-browser.ts'
import { anyIdToken } from './any-id-token.ts'
import { anyIssuer } from './any-issuer.ts'
import { anyKeyAlgorithm } from './any-key-algorithm.ts'
import { anyKeyAnswer } from './any-key-answer.ts'
import { anyKeyOrigin } from './any-key-origin.ts'
import { anyProviderTakesOver } from './any-provider-takes-over.ts'
import { anyResponseIssuer } from './any-response-issuer.ts'
import { anyRpId } from './any-rp-id.ts'
import { anySixDigits } from './any-six-digits.ts'
import { anyTenantId } from './any-tenant-id.ts'
import { autofillOff } from './autofill-off.ts'
import { blockTellsAddress } from './block-tells-address.ts'
import { blockedForEver } from './blocked-for-ever.ts'
import { cancellingGoesUnsaid } from './cancelling-goes-unsaid.ts'
import { caseIgnored } from './case-ignored.ts'
import { changesGoUnnoticed } from './changes-go-unnoticed.ts'
import { codeLivesLong } from './code-lives-long.ts'
import { codeWorksAgain } from './code-works-again.ts'
import { compositionRule } from './composition-rule.ts'
import { cookieForScripts } from './cookie-for-scripts.ts'
import { crossSiteRequests } from './cross-site-requests.ts'
import { dashboardHalfWay } from './dashboard-half-way.ts'
import type { Defect } from './defect.ts'
import { everyoneAddsUsers } from './everyone-adds-users.ts'
import { everyoneAdministers } from './everyone-administers.ts'
import { factorAddedUnproven } from './factor-added-unproven.ts'
import { fetchesFromWithin } from './fetches-from-within.ts'
import { forgedHostMailed } from './forged-host-mailed.ts'
import { formSentTwiceShutsOut } from './form-sent-twice-shuts-out.ts'
import { formWithoutLink } from './form-without-link.ts'
import { framedByAnybody } from './framed-by-anybody.ts'
import { guessableLinks } from './guessable-links.ts'
import { guessingWithoutEnd } from './guessing-without-end.ts'
import { hashingForKnownOnly } from './hashing-for-known-only.ts'
import { keyAnswerReplayed } from './key-answer-replayed.ts'
import { keyChallengeLivesOn } from './key-challenge-lives-on.ts'
import { linkNeverExpires } from './link-never-expires.ts'
import { linkShownToAdministrator } from './link-shown-to-administrator.ts'
import { linkWorksTwice } from './link-works-twice.ts'
import { logoutInBrowserOnly } from './logout-in-browser-only.ts'
import { namesInPasswords } from './names-in-passwords.ts'
import { noPkce } from './no-pkce.ts'
import { noSecondFactor } from './no-second-factor.ts'
import { nobodyAtTheKey } from './nobody-at-the-key.ts'
import { only72Characters } from './only-72-characters.ts'
import { pagesKept } from './pages-kept.ts'
import { passwordChangedByAnybody } from './password-changed-by-anybody.ts'
import { resetBesideSso } from './reset-beside-sso.ts'
import { resetLinkNeverExpires } from './reset-link-never-expires.ts'
import { resetSkipsSecondFactor } from './reset-skips-second-factor.ts'
import { resetTellsAddress } from './reset-tells-address.ts'
import { returnsAnywhere } from './returns-anywhere.ts'
import { sameSecret } from './same-secret.ts'
import { scannerSpendsLink } from './scanner-spends-link.ts'
import { scannerUsesLinkUp } from './scanner-uses-link-up.ts'
import { secretShownAgain } from './secret-shown-again.ts'
import { sessionIdKept } from './session-id-kept.ts'
import { sessionWithoutEnd } from './session-without-end.ts'
import { shortMaximum } from './short-maximum.ts'
import { shortPasswords } from './short-passwords.ts'
import { shortSecret } from './short-secret.ts'
import { signedInHalfWay } from './signed-in-half-way.ts'
import { tokenCaseIgnored } from './token-case-ignored.ts'
import { tokenInPage } from './token-in-page.ts'
import { unicodeAsTyped } from './unicode-as-typed.ts'
import { unknownAddressTold } from './unknown-address-told.ts'
import { wellKnownPasswords } from './well-known-passwords.ts'
import { wrongPasswordAccepted } from './wrong-password-accepted.ts'

/** Every defect, listed once. */
export const defects: Defect[] = [
  addressToldToOthers,
  answerForAnyBrowser,
  anyIdToken,
  anyIssuer,
  anyKeyAlgorithm,
  anyKeyAnswer,
  anyKeyOrigin,
  anyProviderTakesOver,
  anyResponseIssuer,
  anyRpId,
  anySixDigits,
  anyTenantId,
  autofillOff,
  blockTellsAddress,
  blockedForEver,
  cancellingGoesUnsaid,
  caseIgnored,
  changesGoUnnoticed,
  codeLivesLong,
  codeWorksAgain,
  compositionRule,
  cookieForScripts,
  crossSiteRequests,
  dashboardHalfWay,
  everyoneAddsUsers,
  everyoneAdministers,
  factorAddedUnproven,
  fetchesFromWithin,
  forgedHostMailed,
  formSentTwiceShutsOut,
  formWithoutLink,
  framedByAnybody,
  guessableLinks,
  guessingWithoutEnd,
  hashingForKnownOnly,
  keyAnswerReplayed,
  keyChallengeLivesOn,
  linkNeverExpires,
  linkShownToAdministrator,
  linkWorksTwice,
  logoutInBrowserOnly,
  namesInPasswords,
  noPkce,
  noSecondFactor,
  nobodyAtTheKey,
  only72Characters,
  pagesKept,
  passwordChangedByAnybody,
  resetBesideSso,
  resetLinkNeverExpires,
  resetSkipsSecondFactor,
  resetTellsAddress,
  returnsAnywhere,
  sameSecret,
  scannerSpendsLink,
  scannerUsesLinkUp,
  secretShownAgain,
  sessionIdKept,
  sessionWithoutEnd,
  shortMaximum,
  shortPasswords,
  shortSecret,
  signedInHalfWay,
  tokenCaseIgnored,
  tokenInPage,
  unicodeAsTyped,
  unknownAddressTold,
  wellKnownPasswords,
  wrongPasswordAccepted,
]

/** @throws CheckError `unknown-defect`, naming those there are */
export function defectOf(id: string): Defect {
  const defect = defects.find((defect) => defect.id === id)
  if (defect) return defect
  const known = defects.map(({ id }) => id).join(', ')
  throw new CheckError('unknown-defect', `There is no defect "${id}": choose one of ${known}.`)
}
