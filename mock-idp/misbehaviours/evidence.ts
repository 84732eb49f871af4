import type { JWK } from 'jose'
import { redirectUri } from '../clients/fixture.ts'
import { sessionState } from '../provider/session-state.ts'
import type { Wire } from './wire.ts'

type Evidence = (wire: Wire, good: Wire) => boolean
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
const hour = 3600
const now = () => Date.now() / 1000
const answersError =
  (error: string): Evidence =>
  ({ answer }) =>
    answer.error === error && answer.state === 'the-state' && answer.code === undefined

const behaves: Evidence = ({ idToken, userinfo }, good) =>
  idToken?.verified === true && idToken.claims.nonce === 'the-nonce' && userinfo?.sub === good.userinfo?.sub

/** What of the wire proves that a misbehaviour does what it says. One that has no line here fails its test. */
export const evidence: Record<string, Evidence> = {
  test: behaves,
  'invalid-iss': ({ idToken, metadata }) => idToken?.claims.iss === `${metadata.issuer}/` && idToken.verified,
  'missing-sub': ({ idToken }) => idToken?.claims.sub === undefined && idToken?.verified === true,
  'invalid-aud': ({ idToken }) => idToken?.claims.aud === 'another-client' && idToken.verified,
  'missing-iat': ({ idToken }) => idToken?.claims.iat === undefined && idToken?.verified === true,
  'kid-absent-single-jwks': ({ idToken, keys }) =>
    idToken?.header.kid === undefined && keys.length === 1 && idToken?.verified === true,
  'kid-absent-multiple-jwks': ({ idToken, keys }) =>
    idToken?.header.kid === undefined && keys.filter(({ kty }) => kty === 'RSA').length === 2,
  'idtoken-sig-rs256': ({ idToken }) => idToken?.header.alg === 'RS256' && idToken.verified,
  'idtoken-sig-none': ({ idToken, token }) =>
    idToken?.header.alg === 'none' && /"id_token":"[^"]*\."/.test(token.body),
  'invalid-sig-rs256': ({ idToken }) => idToken?.header.alg === 'RS256' && !idToken.verified,
  'userinfo-invalid-sub': ({ idToken, userinfo }) => userinfo?.sub === `${idToken?.claims.sub}-another`,
  'nonce-invalid': ({ idToken }) => idToken?.claims.nonce === 'the-nonce-another' && idToken.verified,
  'scope-userinfo-claims': ({ idToken, userinfo }) =>
    idToken?.claims.email === undefined && userinfo?.email !== undefined,
  'client-secret-basic': ({ tokenByPost, token }) => tokenByPost === 401 && token.status === 200,
  'discovery-openid-config': ({ metadata, idToken }) =>
    String(metadata.authorization_endpoint).endsWith('?from=discovery') && idToken?.verified === true,
  'discovery-jwks-uri-keys': ({ metadata, idToken }) =>
    String(metadata.jwks_uri).endsWith('?from=discovery') && idToken?.verified === true,
  'discovery-issuer-mismatch': ({ metadata, idToken }) =>
    metadata.issuer === `${idToken?.claims.iss}-another`,
  'impersonated-issuer': ({ metadata, idToken }) =>
    metadata.issuer === idToken?.claims.iss &&
    String(metadata.issuer).endsWith('-another') &&
    idToken?.verified === true,
  'signing-key-rotation-just-before-signing': ({ idToken, secondIdToken, keys }) =>
    idToken?.verified === true &&
    idToken.header.kid !== secondIdToken?.header.kid &&
    !keys.some(({ kid }) => kid === idToken.header.kid),
  'signing-key-rotation': ({ idToken, secondIdToken, keys }) =>
    keys.some(({ kid }) => kid === idToken?.header.kid) &&
    !keys.some(({ kid }) => kid === secondIdToken?.header.kid),
  'missing-aud': ({ idToken }) => idToken?.claims.aud === undefined && idToken?.verified === true,
  'invalid-sig-hs256': ({ idToken }) => idToken?.header.alg === 'HS256' && !idToken.verified,
  'invalid-sig-es256': ({ idToken }) => idToken?.header.alg === 'ES256' && !idToken.verified,
  'userinfo-bearer-header': ({ userinfoByBody, userinfo }, good) =>
    userinfoByBody === 401 && good.userinfoByBody === 200 && userinfo !== undefined,
  'form-post-error': (wire, good) => wire.posted && answersError('access_denied')(wire, good),
  'refresh-token': ({ refreshed, idToken }) =>
    refreshed?.claims.sub === idToken?.claims.sub && refreshed?.verified === true,
  'refresh-token-invalid-issuer': ({ refreshed, idToken }) =>
    refreshed?.claims.iss === `${idToken?.claims.iss}-another`,
  'refresh-token-invalid-sub': ({ refreshed, idToken }) =>
    refreshed?.claims.sub === `${idToken?.claims.sub}-another`,
  'session-management': ({ metadata, answer, browserState: [before, after], idToken }) => {
    const salt = String(answer.session_state).split('.')[1] ?? ''
    const origin = new URL(redirectUri).origin
    return (
      String(metadata.check_session_iframe).endsWith('/check-session') &&
      before !== undefined &&
      answer.session_state === sessionState(String(idToken?.claims.aud), origin, before, salt) &&
      after === undefined
    )
  },
  'rp-init-logout': ({ logoutAnswer }) => logoutAnswer.state === 'logout-state',
  'rp-init-logout-other-state': ({ logoutAnswer }) => logoutAnswer.state === 'another-state',
  'rp-init-logout-no-state': ({ frontChannel, logoutAnswer }) =>
    frontChannel !== undefined && logoutAnswer.state === undefined,
  'rp-frontchannel-rpinitlogout': ({ frontChannel, idToken }) =>
    frontChannel?.searchParams.get('sid') === idToken?.claims.sid &&
    frontChannel?.searchParams.get('iss') === idToken?.claims.iss,
  'rp-frontchannel-opinitlogout': ({ frontChannel }) => frontChannel?.searchParams.has('sid') === true,
  'rp-backchannel-rpinitlogout': ({ logoutToken, idToken }) =>
    logoutToken?.verified === true &&
    logoutToken.claims.sid === idToken?.claims.sid &&
    hasEvent(logoutToken.claims.events, logoutEvent),
  'rp-backchannel-opinitlogout': ({ logoutToken }) => logoutToken?.verified === true,
  'rp-backchannel-rpinitlogout-alg-none': ({ logoutToken }) => logoutToken?.header.alg === 'none',
  'rp-backchannel-rpinitlogout-no-event': ({ logoutToken }) =>
    logoutToken?.verified === true && logoutToken.claims.events === undefined,
  'rp-backchannel-rpinitlogout-with-nonce': ({ logoutToken }) => logoutToken?.claims.nonce === 'a-nonce',
  'rp-backchannel-rpinitlogout-wrong-alg': ({ logoutToken }) =>
    logoutToken?.header.alg === 'HS256' && !logoutToken.verified,
  'rp-backchannel-rpinitlogout-wrong-aud': ({ logoutToken }) => logoutToken?.claims.aud === 'another-client',
  'rp-backchannel-rpinitlogout-wrong-event': ({ logoutToken }) =>
    logoutToken?.claims.events !== undefined && !hasEvent(logoutToken.claims.events, logoutEvent),
  'rp-backchannel-rpinitlogout-wrong-iss': ({ logoutToken, metadata }) =>
    logoutToken?.claims.iss === `${metadata.issuer}-another`,
  'access-token-expired': ({ accessToken }) => (accessToken?.claims.exp ?? now()) < now() - hour / 2,
  'access-token-invalid-iss': ({ accessToken }, good) =>
    accessToken?.verified === true && accessToken.claims.iss !== good.accessToken?.claims.iss,
  'access-token-invalid-aud': ({ accessToken }) =>
    accessToken?.verified === true && accessToken.claims.aud === 'another-api',
  'access-token-invalid-sig': ({ accessToken }) =>
    accessToken?.header.alg === 'RS256' && !accessToken.verified,
  'access-token-sig-none': ({ accessToken }) => accessToken?.header.alg === 'none',
  'access-token-unknown-kid': ({ accessToken, keys }) =>
    accessToken !== undefined &&
    !accessToken.verified &&
    !keys.some(({ kid }) => kid === accessToken.header.kid),
  'access-token-hs256-public-key': ({ accessToken }) =>
    accessToken?.header.alg === 'HS256' && !accessToken.verified,
  'wrong-state': ({ answer }) => answer.state === 'another-state' && answer.code !== undefined,
  'missing-state': ({ answer }) => answer.state === undefined && answer.code !== undefined,
  'missing-nonce': ({ idToken }) => idToken?.claims.nonce === undefined && idToken?.verified === true,
  'email-not-verified': ({ idToken }) => idToken?.claims.email_verified === false,
  'address-of-another': ({ idToken }, good) =>
    idToken?.claims.email_verified === false &&
    idToken.claims.email !== undefined &&
    idToken.claims.preferred_username !== good.idToken?.claims.preferred_username,
  'address-in-capitals': ({ idToken }, good) =>
    idToken?.verified === true &&
    idToken.claims.preferred_username === String(good.idToken?.claims.preferred_username).toUpperCase(),
  'names-with-markup': ({ idToken, userinfo }) =>
    idToken?.verified === true &&
    [idToken.claims, userinfo].every((claims) => String(claims?.name).includes('//doorstep-typed>')),
  'another-subject': ({ idToken, userinfo }, good) =>
    idToken?.verified === true &&
    idToken.claims.sub === `${good.idToken?.claims.sub}-another` &&
    userinfo?.sub === idToken.claims.sub &&
    idToken.claims.preferred_username === good.idToken?.claims.preferred_username,
  'missing-iss': ({ idToken }) => idToken?.claims.iss === undefined && idToken?.verified === true,
  'other-host-iss': ({ idToken, metadata }) =>
    String(idToken?.claims.iss) !== metadata.issuer &&
    new URL(String(idToken?.claims.iss)).pathname === new URL(String(metadata.issuer)).pathname,
  'expired-lately': ({ idToken }) => {
    const ago = now() - (idToken?.claims.exp ?? now())
    return ago > hour / 12 && ago < hour / 3
  },
  expired: ({ idToken }) => (idToken?.claims.exp ?? 0) < Date.now() / 1000 - hour / 2,
  'not-yet-valid': ({ idToken }) => (idToken?.claims.nbf ?? 0) > Date.now() / 1000 + hour / 2,
  'missing-exp': ({ idToken }) => idToken?.claims.exp === undefined && idToken?.verified === true,
  'wrong-azp': ({ idToken }) => idToken?.claims.azp === 'another-client' && idToken.claims.aud?.length === 2,
  'extra-aud': ({ idToken }) =>
    idToken?.claims.azp === undefined && idToken?.claims.aud?.[1] === 'another-client',
  'hs256-public-key': ({ idToken }) => idToken?.header.alg === 'HS256' && !idToken.verified,
  'idtoken-sig-empty': ({ idToken, token }) =>
    idToken?.header.alg === 'RS256' && /"id_token":"[^"]*\."/.test(token.body),
  'idtoken-sig-none-capitals': ({ idToken }) => idToken?.header.alg === 'nOnE',
  'key-in-token': ({ idToken, keys }) =>
    idToken?.verified === false &&
    idToken.header.jwk !== undefined &&
    idToken.header.x5c !== undefined &&
    !keys.some(({ n }) => n === (idToken.header.jwk as JWK).n),
  'discovery-endpoints-inside': ({ metadata }) =>
    ['token_endpoint', 'userinfo_endpoint', 'jwks_uri'].every((name) =>
      String(metadata[name]).endsWith('/discovery-endpoints-inside'),
    ),
  'unknown-kid': ({ idToken, keys }) =>
    !keys.some(({ kid }) => kid === idToken?.header.kid) && !idToken?.verified,
  'empty-keys': ({ keys }) => keys.length === 0,
  'foreign-tenant': ({ idToken, metadata }) =>
    idToken?.claims.iss !== metadata.issuer &&
    String(idToken?.claims.iss).includes('00000000-0000-4000-8000'),
  'tid-not-in-iss': ({ idToken, metadata }) =>
    idToken?.claims.tid !== undefined &&
    idToken?.claims.iss === metadata.issuer &&
    !String(idToken?.claims.iss).includes(String(idToken?.claims.tid)),
  'wrong-response-iss': ({ answer, metadata }) => answer.iss !== undefined && answer.iss !== metadata.issuer,
  'missing-response-iss': ({ answer, metadata }) =>
    answer.iss === undefined && metadata.authorization_response_iss_parameter_supported === true,
  'pkce-not-checked': ({ tokenWithWrongVerifier }, good) =>
    tokenWithWrongVerifier === 200 && good.tokenWithWrongVerifier === 400,
  'pkce-not-announced': ({ metadata }) => metadata.code_challenge_methods_supported === undefined,
  'access-denied': answersError('access_denied'),
  'consent-required': answersError('consent_required'),
  'login-required': answersError('login_required'),
  'server-error': answersError('server_error'),
  'temporarily-unavailable': answersError('temporarily_unavailable'),
  'failing-token-endpoint': ({ token }) => token.status === 500,
  'broken-token-answer': ({ token }) => token.status === 200 && token.type === 'text/html',
  'cut-token-answer': ({ token }) => token.body === 'cut off',
}

const hasEvent = (events: unknown, name: string) =>
  typeof events === 'object' && events !== null && name in events
