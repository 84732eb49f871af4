import * as client from 'openid-client'
import { bindBrowser } from '../http/browser-cookie.ts'
import type { Ctx } from '../http/context.ts'
import { handOver } from '../http/hand-over.ts'
import { show } from '../http/show.tsx'
import { hashToken } from '../secrets.ts'
import { callbackOf } from '../sso/addresses.ts'
import { connect, type Provider } from '../sso/connect.ts'
import { addLogin } from '../store/sso-logins.ts'
import type { SsoConnection, SsoLogin } from '../store/sso-schema.ts'

/**
 * Log-in-sso.3: any address of an SSO tenant leads to the provider, added or not (ASVS 5.0 6.3.8), and only on request
 * (ASVS 5.0 7.6.2). Code flow with PKCE (RFC 9700 section 2.1.1, ASVS 5.0 10.2.1) if there is a client secret; else the
 * browser posts the ID token.
 */
export async function leaveForProvider(
  c: Ctx,
  connection: SsoConnection,
  email: string,
  purpose: SsoLogin['purpose'] = 'log-in',
): Promise<Response> {
  const { tenant, sandbox, now } = c.var
  const provider = await connect(tenant, connection, now)
  if ('wrong' in provider)
    return show(c, 'login-page', { message: `Your provider can’t be asked just now. ${provider.wrong}` }, 502)
  const state = client.randomState()
  const nonce = client.randomNonce()
  const verifier = provider.flow === 'code' ? client.randomPKCECodeVerifier() : null
  await addLogin(tenant.store.db, {
    state_hash: hashToken(state),
    sandbox_id: sandbox.id,
    browser_hash: bindBrowser(c, 'login', verifier === null),
    issuer: provider.issuer,
    client_id: connection.client_id,
    nonce,
    verifier,
    issued_at: now,
    used_at: null,
    refusal: null,
    purpose,
    confirmed_id: null,
  })
  return handOver(c, await authorizationUrl(c, provider, { state, nonce, verifier, email, purpose }))
}

interface Request {
  state: string
  nonce: string
  verifier: string | null
  email: string
  purpose: SsoLogin['purpose']
}

async function authorizationUrl(c: Ctx, { configuration }: Provider, request: Request): Promise<URL> {
  const { state, nonce, verifier, email, purpose } = request
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: callbackOf(c),
    scope: 'openid profile email',
    state,
    nonce,
    login_hint: email,
    // OpenID Connect Core 1.0 section 3.1.2.1: a person who confirms is asked again, and the token says when that was.
    ...(purpose === 'account' ? { prompt: 'login', max_age: '0' } : {}),
    ...(verifier === null
      ? { response_mode: 'form_post' }
      : {
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        }),
  })
}
