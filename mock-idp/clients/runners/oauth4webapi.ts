import * as oauth from 'oauth4webapi'
import { browser, hiddenFields } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import { type ClientOutcome, type Runner, reasonOf } from './outcome.ts'

const options = () => ({ [oauth.allowInsecureRequests]: true, signal: AbortSignal.timeout(5000) })

/**
 * oauth4webapi with everything that it has: the metadata of RFC 8414, a pushed request, PKCE, tokens bound to a key (DPoP), signature
 * checks, userinfo, and a refresh when asked for.
 */
export const oauth4webapi: Runner = async (target): Promise<ClientOutcome> => {
  const { clientId, redirectUri, person } = target
  let step: Exclude<ClientOutcome, { accepted: true }>['step'] = 'discovery'
  try {
    const issuer = new URL(target.issuer)
    const found = await oauth.discoveryRequest(issuer, { algorithm: 'oauth2', ...options() })
    const server = await oauth.processDiscoveryResponse(issuer, found)
    step = 'login'
    const client: oauth.Client = { client_id: clientId }
    const proves = oauth.ClientSecretBasic(target.clientSecret)
    const bound = () => ({ DPoP, ...options() })
    const DPoP = oauth.DPoP({}, await oauth.generateKeyPair('ES256'))
    const [verifier, nonce, state] = [
      oauth.generateRandomCodeVerifier(),
      oauth.generateRandomNonce(),
      oauth.generateRandomState(),
    ]
    const asked = new URLSearchParams({
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: `openid profile email${target.refresh ? ' offline_access' : ''}`,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      nonce,
      state,
    })
    const pushed = await oauth.pushedAuthorizationRequest(server, client, proves, asked, bound())
    const { request_uri } = await oauth.processPushedAuthorizationResponse(server, client, pushed)
    const url = new URL(server.authorization_endpoint ?? '')
    url.search = new URLSearchParams({ client_id: clientId, request_uri }).toString()
    const page = await signInAt(browser(), url.href, redirectUri, person)
    const isPosted = page.html.includes('id="answer"')
    const params = isPosted ? new URLSearchParams(hiddenFields(page.html)) : new URL(page.url)
    const back = oauth.validateAuthResponse(server, client, params, state)
    const given = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      proves,
      back,
      redirectUri,
      verifier,
      bound(),
    )
    const checks = { expectedNonce: nonce, requireIdToken: true }
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, given, checks)
    await oauth.validateApplicationLevelSignature(server, given, options())
    const claims = { sub: '', ...oauth.getValidatedIdTokenClaims(tokens) }
    step = 'userinfo'
    const shown = await oauth.userInfoRequest(server, client, tokens.access_token, bound())
    await oauth.processUserInfoResponse(server, client, claims.sub, shown)
    if (target.refresh) {
      step = 'refresh'
      const again = await oauth.refreshTokenGrantRequest(
        server,
        client,
        proves,
        tokens.refresh_token ?? '',
        bound(),
      )
      await oauth.processRefreshTokenResponse(server, client, again)
    }
    return { accepted: true, claims: { ...claims } }
  } catch (error) {
    return { accepted: false, step, reason: reasonOf(error) }
  }
}
