import { ConfidentialClientApplication, CryptoProvider } from '@azure/msal-node'
import { browser } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import { leaves } from './leave.ts'
import { type ClientOutcome, type Runner, reasonOf } from './outcome.ts'

const scopes = ['User.Read']

/**
 * @azure/msal-node: code flow with PKCE and client secret, then a silent refresh and a logout. The authority is the issuer without
 * /v2.0.
 */
export const msalNode: Runner = async (target) => {
  const { issuer, clientId, clientSecret, redirectUri, person } = target
  let step: Exclude<ClientOutcome, { accepted: true }>['step'] = 'discovery'
  try {
    const authority = issuer.replace(/\/v2\.0$/, '')
    const application = new ConfidentialClientApplication({
      auth: { clientId, clientSecret, authority, knownAuthorities: [new URL(authority).host] },
    })
    const { challenge, verifier } = await new CryptoProvider().generatePkceCodes()
    const state = 'the state'
    const nonce = 'the nonce'
    const url = await application.getAuthCodeUrl({
      scopes,
      redirectUri,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      state,
      nonce,
    })
    step = 'login'
    const visitor = browser()
    const page = await signInAt(visitor, url, redirectUri, person)
    const answer = new URL(page.url).searchParams
    const code = answer.get('code')
    if (code === null) return { accepted: false, step, reason: answer.get('error') ?? 'nothing came back' }
    const request = { code, scopes, redirectUri, codeVerifier: verifier, state, nonce }
    const payload = { code, state: answer.get('state') ?? undefined }
    const tokens = await application.acquireTokenByCode(request, payload)
    if (target.refresh && tokens.account) {
      step = 'refresh'
      await application.acquireTokenSilent({ account: tokens.account, scopes, forceRefresh: true })
    }
    if (target.leave) {
      // MSAL for Node has no method for this; its documentation has the application send the person here.
      const out = `${authority}/oauth2/v2.0/logout?${new URLSearchParams({ post_logout_redirect_uri: redirectUri })}`
      if (!(await leaves(visitor, out, redirectUri, url)))
        return { accepted: false, step: 'logout', reason: 'the session continues' }
    }
    return { accepted: true, claims: { ...tokens.idTokenClaims } }
  } catch (error) {
    return { accepted: false, step, reason: msalReason(error) }
  }
}

/** MSAL has its codes in `errorCode`. */
const msalReason = (error: unknown): string =>
  error instanceof Error && 'errorCode' in error && typeof error.errorCode === 'string'
    ? error.errorCode
    : reasonOf(error)
