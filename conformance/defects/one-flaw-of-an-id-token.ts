import type { Defect } from './defect.ts'
import { flaw as flawOf } from './flaw.ts'
import { acceptingAlso, type Login } from './sso-tokens.ts'

const flaw = (
  id: string,
  title: string,
  fails: string | readonly string[],
  accepts: (login: Login) => boolean,
): Defect => flawOf(fails, `id-token-${id}`, title, { rules: acceptingAlso(accepts) })

const has = (aud: unknown, clientId: string) => [aud].flat().includes(clientId)
const pathOf = (url: string) => new URL(url).pathname
const now = () => Date.now() / 1000

/** An ID token is believed that is wrong in one way: each must be found by the claim that is about it. */
export const flawsOfIdTokens: Defect[] = [
  flaw('other-nonce', 'An ID token with another nonce is believed', 'RP1.wrong', ({ claims, nonce }) =>
    Boolean(claims.nonce && claims.nonce !== nonce),
  ),
  flaw('no-nonce', 'An ID token without a nonce is believed', 'RP1.missing', ({ claims }) => !claims.nonce),
  flaw(
    'slashed-issuer',
    'An issuer may end in a slash',
    'RP2.slash',
    ({ claims, issuer }) => claims.iss === `${issuer}/`,
  ),
  flaw(
    'issuer-at-any-host',
    'The host of an issuer is not compared',
    'RP2.host',
    ({ claims, issuer }) =>
      claims.iss !== issuer && URL.canParse(claims.iss) && pathOf(claims.iss) === pathOf(issuer),
  ),
  flaw(
    'no-issuer',
    'An ID token without an issuer is believed',
    'RP2.missing',
    ({ claims }) => claims.iss === undefined,
  ),
  flaw(
    'other-audience',
    'An ID token for another client is believed',
    'RP3.other',
    ({ claims, clientId }) => claims.aud !== undefined && !has(claims.aud, clientId),
  ),
  flaw(
    'several-audiences',
    'A second audience is overlooked',
    'RP3.several',
    ({ claims, clientId }) =>
      [claims.aud].flat().length > 1 && has(claims.aud, clientId) && claims.azp === undefined,
  ),
  flaw(
    'other-party',
    'Another authorised party is overlooked',
    'RP3.party',
    ({ claims, clientId }) => claims.azp !== undefined && claims.azp !== clientId,
  ),
  flaw(
    'no-audience',
    'An ID token without an audience is believed',
    'RP3.missing',
    ({ claims }) => claims.aud === undefined,
  ),
  flaw(
    'expired',
    'An expired ID token is believed',
    // One that expired ten minutes ago has expired, too.
    ['RP4.expired', 'RP4.lately'],
    ({ claims }) => Number(claims.exp ?? Number.POSITIVE_INFINITY) < now(),
  ),
  flaw('expired-lately', 'An ID token is believed half an hour longer', 'RP4.lately', ({ claims }) => {
    const ago = now() - Number(claims.exp ?? 0)
    return ago >= 0 && ago < 30 * 60
  }),
  flaw(
    'not-yet-valid',
    'An ID token is believed before it is valid',
    'RP4.early',
    ({ claims }) => Number(claims.nbf ?? 0) > now(),
  ),
  flaw(
    'no-expiry',
    'An ID token without an expiry is believed',
    'RP4.expiry',
    ({ claims }) => claims.exp === undefined,
  ),
  flaw(
    'no-time-of-issue',
    'An ID token without its time of issue is believed',
    'RP4.issued',
    ({ claims }) => claims.iat === undefined,
  ),
  flaw(
    'no-signature',
    'An ID token without a signature is believed',
    'RP5.none',
    ({ header }) => header.alg === 'none',
  ),
  flaw(
    'algorithm-in-any-case',
    'An ID token without a signature is believed when it names its algorithm in other capitals',
    'RP5.none',
    ({ header: { alg } }) => alg !== 'none' && alg?.toLowerCase() === 'none',
  ),
  flaw(
    'empty-signature',
    'An ID token with an empty signature is believed',
    'RP5.none',
    ({ header, token }) => header.alg === 'RS256' && token.endsWith('.'),
  ),
  flaw(
    'key-in-token',
    'An ID token is verified with the key that it brings',
    'RP5.brought',
    ({ header }) => header.jwk !== undefined,
  ),
  flaw(
    'es256',
    'An ES256 signature of any key is believed',
    'RP5.es256',
    ({ header }) => header.alg === 'ES256',
  ),
]
