import * as client from 'openid-client'
import { browser, hiddenFields } from '../browser.ts'
import { signInAt } from '../sign-in.ts'
import { type ClientOutcome, type Runner, reasonOf, type Target } from './outcome.ts'

/** Seconds after which the client gives up waiting. */
const patience = 5

const discover = ({ issuer, clientId, clientSecret }: Target) =>
  client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
    timeout: patience,
    execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
  })

/** What arrives at the redirect address: the address itself, or a request when the answer is posted. */
function arrived(page: { url: string; html: string }, redirectUri: string): URL | Request {
  if (!page.html.includes('id="answer"')) return new URL(page.url)
  const body = new URLSearchParams(hiddenFields(page.html))
  return new Request(redirectUri, { method: 'POST', body })
}

async function login(config: client.Configuration, { redirectUri, person, refresh }: Target) {
  const pkceCodeVerifier = client.randomPKCECodeVerifier()
  const checks = {
    pkceCodeVerifier,
    expectedNonce: client.randomNonce(),
    expectedState: client.randomState(),
  }
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: `openid profile email${refresh ? ' offline_access' : ''}`,
    code_challenge: await client.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    nonce: checks.expectedNonce,
    state: checks.expectedState,
  })
  const page = await signInAt(browser(), url.href, redirectUri, person)
  return client.authorizationCodeGrant(config, arrived(page, redirectUri), {
    ...checks,
    idTokenExpected: true,
  })
}

/** openid-client 6 with its signature checks on: code flow with PKCE, userinfo, and a refresh when asked for. */
export const openidClient: Runner = async (target): Promise<ClientOutcome> => {
  let step: Exclude<ClientOutcome, { accepted: true }>['step'] = 'discovery'
  try {
    const config = await discover(target)
    step = 'login'
    const tokens = await login(config, target)
    const claims = { iss: '', sub: '', ...tokens.claims() }
    step = 'userinfo'
    await client.fetchUserInfo(config, tokens.access_token, claims.sub)
    if (target.refresh) {
      step = 'refresh'
      const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token ?? '')
      const again = refreshed.claims()
      // The library can't know the first token here; a client compares the two itself (Core 12.2).
      if (again && (again.iss !== claims.iss || again.sub !== claims.sub)) throw new AnotherUser()
    }
    return { accepted: true, claims: { ...claims } }
  } catch (error) {
    return { accepted: false, step, reason: reasonOf(error) }
  }
}

class AnotherUser extends Error {
  readonly code = 'ANOTHER_USER_AFTER_REFRESH'
}
