import { accessDenied } from './access-denied.ts'
import { accessTokenExpired } from './access-token-expired.ts'
import { accessTokenHs256PublicKey } from './access-token-hs256-public-key.ts'
import { accessTokenInvalidAud } from './access-token-invalid-aud.ts'
import { accessTokenInvalidIss } from './access-token-invalid-iss.ts'
import { accessTokenInvalidSig } from './access-token-invalid-sig.ts'
import { accessTokenSigNone } from './access-token-sig-none.ts'
import { accessTokenUnknownKid } from './access-token-unknown-kid.ts'
import { addressInCapitals } from './address-in-capitals.ts'
import { addressOfAnother } from './address-of-another.ts'
import { anotherSubject } from './another-subject.ts'
import { brokenDiscovery } from './broken-discovery.ts'
import { brokenTokenAnswer } from './broken-token-answer.ts'
import { clientSecretBasic } from './client-secret-basic.ts'
import { consentRequired } from './consent-required.ts'
import { cutTokenAnswer } from './cut-token-answer.ts'
import { discoveryEndpointsInside } from './discovery-endpoints-inside.ts'
import { discoveryIssuerMismatch } from './discovery-issuer-mismatch.ts'
import { discoveryJwksUriKeys } from './discovery-jwks-uri-keys.ts'
import { discoveryOpenidConfig } from './discovery-openid-config.ts'
import { discoveryRedirectsInside } from './discovery-redirects-inside.ts'
import { emailNotVerified } from './email-not-verified.ts'
import { emptyKeys } from './empty-keys.ts'
import { expired } from './expired.ts'
import { expiredLately } from './expired-lately.ts'
import { extraAud } from './extra-aud.ts'
import { failingTokenEndpoint } from './failing-token-endpoint.ts'
import { foreignTenant } from './foreign-tenant.ts'
import { formPostError } from './form-post-error.ts'
import { hs256PublicKey } from './hs256-public-key.ts'
import { idtokenSigEmpty } from './idtoken-sig-empty.ts'
import { idtokenSigNone } from './idtoken-sig-none.ts'
import { idtokenSigNoneCapitals } from './idtoken-sig-none-capitals.ts'
import { idtokenSigRs256 } from './idtoken-sig-rs256.ts'
import { impersonatedIssuer } from './impersonated-issuer.ts'
import { invalidAud } from './invalid-aud.ts'
import { invalidIss } from './invalid-iss.ts'
import { invalidSigEs256 } from './invalid-sig-es256.ts'
import { invalidSigHs256 } from './invalid-sig-hs256.ts'
import { invalidSigRs256 } from './invalid-sig-rs256.ts'
import { keyInToken } from './key-in-token.ts'
import { kidAbsentMultipleJwks } from './kid-absent-multiple-jwks.ts'
import { kidAbsentSingleJwks } from './kid-absent-single-jwks.ts'
import { loginRequired } from './login-required.ts'
import { missingAud } from './missing-aud.ts'
import { missingExp } from './missing-exp.ts'
import { missingIat } from './missing-iat.ts'
import { missingIss } from './missing-iss.ts'
import { missingNonce } from './missing-nonce.ts'
import { missingResponseIss } from './missing-response-iss.ts'
import { missingState } from './missing-state.ts'
import { missingSub } from './missing-sub.ts'
import { namesWithMarkup } from './names-with-markup.ts'
import { nonceInvalid } from './nonce-invalid.ts'
import { notYetValid } from './not-yet-valid.ts'
import { otherHostIss } from './other-host-iss.ts'
import { pkceNotAnnounced } from './pkce-not-announced.ts'
import { pkceNotChecked } from './pkce-not-checked.ts'
import { refreshToken } from './refresh-token.ts'
import { refreshTokenInvalidIssuer } from './refresh-token-invalid-issuer.ts'
import { refreshTokenInvalidSub } from './refresh-token-invalid-sub.ts'
import { rpBackchannelOpinitlogout } from './rp-backchannel-opinitlogout.ts'
import { rpBackchannelRpinitlogout } from './rp-backchannel-rpinitlogout.ts'
import { rpBackchannelRpinitlogoutAlgNone } from './rp-backchannel-rpinitlogout-alg-none.ts'
import { rpBackchannelRpinitlogoutNoEvent } from './rp-backchannel-rpinitlogout-no-event.ts'
import { rpBackchannelRpinitlogoutWithNonce } from './rp-backchannel-rpinitlogout-with-nonce.ts'
import { rpBackchannelRpinitlogoutWrongAlg } from './rp-backchannel-rpinitlogout-wrong-alg.ts'
import { rpBackchannelRpinitlogoutWrongAud } from './rp-backchannel-rpinitlogout-wrong-aud.ts'
import { rpBackchannelRpinitlogoutWrongEvent } from './rp-backchannel-rpinitlogout-wrong-event.ts'
import { rpBackchannelRpinitlogoutWrongIss } from './rp-backchannel-rpinitlogout-wrong-iss.ts'
import { rpFrontchannelOpinitlogout } from './rp-frontchannel-opinitlogout.ts'
import { rpFrontchannelRpinitlogout } from './rp-frontchannel-rpinitlogout.ts'
import { rpInitLogout } from './rp-init-logout.ts'
import { rpInitLogoutNoState } from './rp-init-logout-no-state.ts'
import { rpInitLogoutOtherState } from './rp-init-logout-other-state.ts'
import { scopeUserinfoClaims } from './scope-userinfo-claims.ts'
import { serverError } from './server-error.ts'
import { sessionManagement } from './session-management.ts'
import { signingKeyRotation } from './signing-key-rotation.ts'
import { signingKeyRotationJustBeforeSigning } from './signing-key-rotation-just-before-signing.ts'
import { slowDiscovery } from './slow-discovery.ts'
import { slowTokenEndpoint } from './slow-token-endpoint.ts'
import { temporarilyUnavailable } from './temporarily-unavailable.ts'
import { wellBehaved } from './test.ts'
import { tidNotInIss } from './tid-not-in-iss.ts'
import type { Misbehaviour } from './types.ts'
import { unknownKid } from './unknown-kid.ts'
import { userinfoBearerHeader } from './userinfo-bearer-header.ts'
import { userinfoInvalidSub } from './userinfo-invalid-sub.ts'
import { wrongAzp } from './wrong-azp.ts'
import { wrongResponseIss } from './wrong-response-iss.ts'
import { wrongState } from './wrong-state.ts'

/** Every misbehaviour, listed once, in the order of the table in the README. */
export const misbehaviours: readonly Misbehaviour[] = [
  wellBehaved,
  invalidIss,
  missingSub,
  invalidAud,
  missingIat,
  kidAbsentSingleJwks,
  kidAbsentMultipleJwks,
  idtokenSigRs256,
  idtokenSigNone,
  invalidSigRs256,
  userinfoInvalidSub,
  nonceInvalid,
  scopeUserinfoClaims,
  clientSecretBasic,
  discoveryOpenidConfig,
  discoveryJwksUriKeys,
  discoveryIssuerMismatch,
  signingKeyRotationJustBeforeSigning,
  signingKeyRotation,
  missingAud,
  invalidSigHs256,
  invalidSigEs256,
  userinfoBearerHeader,
  formPostError,
  refreshToken,
  refreshTokenInvalidIssuer,
  refreshTokenInvalidSub,
  sessionManagement,
  rpInitLogout,
  rpInitLogoutOtherState,
  rpInitLogoutNoState,
  rpFrontchannelRpinitlogout,
  rpFrontchannelOpinitlogout,
  rpBackchannelRpinitlogout,
  rpBackchannelRpinitlogoutAlgNone,
  rpBackchannelRpinitlogoutNoEvent,
  rpBackchannelRpinitlogoutWithNonce,
  rpBackchannelRpinitlogoutWrongAlg,
  rpBackchannelRpinitlogoutWrongAud,
  rpBackchannelRpinitlogoutWrongEvent,
  rpBackchannelRpinitlogoutWrongIss,
  rpBackchannelOpinitlogout,
  wrongState,
  missingState,
  missingNonce,
  emailNotVerified,
  addressOfAnother,
  addressInCapitals,
  namesWithMarkup,
  anotherSubject,
  missingIss,
  otherHostIss,
  expired,
  expiredLately,
  notYetValid,
  missingExp,
  wrongAzp,
  extraAud,
  hs256PublicKey,
  idtokenSigEmpty,
  idtokenSigNoneCapitals,
  keyInToken,
  unknownKid,
  emptyKeys,
  foreignTenant,
  tidNotInIss,
  wrongResponseIss,
  impersonatedIssuer,
  missingResponseIss,
  pkceNotChecked,
  pkceNotAnnounced,
  accessDenied,
  consentRequired,
  loginRequired,
  serverError,
  temporarilyUnavailable,
  failingTokenEndpoint,
  brokenTokenAnswer,
  cutTokenAnswer,
  brokenDiscovery,
  discoveryRedirectsInside,
  discoveryEndpointsInside,
  slowTokenEndpoint,
  slowDiscovery,
  accessTokenExpired,
  accessTokenInvalidIss,
  accessTokenInvalidAud,
  accessTokenInvalidSig,
  accessTokenSigNone,
  accessTokenUnknownKid,
  accessTokenHs256PublicKey,
]

export const findMisbehaviour = (id: string): Misbehaviour | undefined =>
  misbehaviours.find((misbehaviour) => misbehaviour.id === id)
