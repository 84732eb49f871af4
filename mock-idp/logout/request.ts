import { decodeJwt } from 'jose'
import type { Client } from 'oidc-provider'
import { isPostLogoutUri, registeredPlatform } from '../directory/redirect-uri.ts'
import type { Exchange } from '../http/exchange.ts'
import type { Issuer } from '../provider/issuer.ts'

/** What a sign-out request asks for (RP-Initiated Logout 1.0 section 2). */
export interface LogoutRequest {
  client?: Client
  /** The client proved by an ID token that this person is its user, so no question is needed. */
  proven: boolean
  /** Where the browser goes afterwards. */
  redirectUri?: string
  state?: string
  /** What is wrong with it, in one sentence. */
  problem?: string
}

async function clientOf(
  issuer: Issuer,
  params: URLSearchParams,
): Promise<Pick<LogoutRequest, 'client' | 'proven' | 'problem'>> {
  const hint = params.get('id_token_hint')
  const named = params.get('client_id')
  if (!hint) return { client: named ? await issuer.provider.Client.find(named) : undefined, proven: false }
  try {
    const { aud } = decodeJwt(hint)
    const client = typeof aud === 'string' ? await issuer.provider.Client.find(aud) : undefined
    if (!client || (named && named !== client.clientId))
      return {
        proven: false,
        problem: 'The id_token_hint was issued for another client than the request names.',
      }
    await issuer.provider.IdToken.validate(hint, client)
    return { client, proven: true }
  } catch {
    return { proven: false, problem: 'The id_token_hint is not an ID token of this provider.' }
  }
}

/**
 * At Entra the redirect URIs of an application are valid here too: it has no separate list for this. Without a client
 * the address may belong to any application.
 */
async function entraAllows(issuer: Issuer, uri: string, client: Client | undefined): Promise<boolean> {
  const directories = issuer.authority.directory
    ? [issuer.authority.directory]
    : await issuer.state.store.list()
  return directories
    .flatMap(({ applications }) => applications)
    .filter(({ appId }) => client === undefined || client.clientId === appId)
    .some((application) => registeredPlatform(application, uri) || isPostLogoutUri(application, uri))
}

export async function readLogoutRequest(exchange: Exchange, issuer: Issuer): Promise<LogoutRequest> {
  const params = exchange.method === 'POST' ? exchange.form : exchange.query
  const isEntra = issuer.authority.kind === 'entra'
  const { problem, ...known } = await clientOf(issuer, params)
  if (problem && !isEntra) return { ...known, problem }
  const uri = params.get('post_logout_redirect_uri')
  const state = params.get('state') ?? undefined
  if (!uri) return { ...known, state }
  const notRegistered = `The post_logout_redirect_uri '${uri}' is not registered for this client.`
  if (isEntra) {
    if (await entraAllows(issuer, uri, known.client)) return { ...known, state, redirectUri: uri }
    // Entra signs out all the same and stays on its own page, which doesn't say why.
    issuer.emit({ type: 'protocol-error', code: 'invalid_request', reason: notRegistered })
    return { ...known, state }
  }
  if (!known.client)
    return {
      ...known,
      problem: 'A post_logout_redirect_uri needs an id_token_hint or a client_id.',
    }
  return known.client.postLogoutRedirectUriAllowed(uri)
    ? { ...known, state, redirectUri: uri }
    : { ...known, problem: notRegistered }
}
