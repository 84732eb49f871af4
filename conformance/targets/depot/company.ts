import { randomBytes } from 'node:crypto'
import * as client from 'openid-client'
import type { StartedProvider } from '../profile/functions.ts'

/** Seconds that the provider may take for an answer. */
const PATIENCE = 8

/** A login that has been sent to the provider. */
interface Waiting {
  state: string
  nonce: string
  verifier: string
}

export interface Known {
  email: string
  name: string
  isVerified: boolean
  idToken: string
}

/** Logging in at the company's provider (OpenID Connect, authorization code flow). The API alone talks to it. */
export class Company {
  readonly #provider: StartedProvider
  readonly #redirectUri: string
  /** By what the browser keeps, and sends back beside the answer. */
  readonly #waiting = new Map<string, Waiting>()

  constructor(provider: StartedProvider, url: string) {
    this.#provider = provider
    this.#redirectUri = new URL(provider.redirectUri, url).href
  }

  /** Where the browser goes, and what it keeps meanwhile. */
  async begin(): Promise<{ url: string; keep: string }> {
    const config = await this.#configuration()
    const [state, nonce, verifier] = [
      client.randomState(),
      client.randomNonce(),
      client.randomPKCECodeVerifier(),
    ]
    const keep = randomBytes(16).toString('base64url')
    this.#waiting.set(keep, { state, nonce, verifier })
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: this.#redirectUri,
      scope: 'openid profile email',
      ...{ state, nonce, code_challenge: await client.calculatePKCECodeChallenge(verifier) },
      code_challenge_method: 'S256',
    })
    return { url: url.href, keep }
  }

  /** Where the browser kept nothing, the state of the answer finds the person: a fault. */
  keepOf(search: string): string | undefined {
    const state = new URLSearchParams(search).get('state')
    return [...this.#waiting].find(([, waiting]) => waiting.state === state)?.[0]
  }

  /** Whom the provider names. @throws where the answer belongs to no login that waits, or is not as it must be */
  async end(keep: string, search: string): Promise<Known> {
    const waiting = this.#waiting.get(keep)
    if (!waiting) throw new Error('No login waits for this answer.')
    this.#waiting.delete(keep)
    const config = await this.#configuration()
    const { claims, access_token, id_token } = await client
      .authorizationCodeGrant(config, new URL(`${this.#redirectUri}${search}`), {
        pkceCodeVerifier: waiting.verifier,
        expectedState: waiting.state,
        expectedNonce: waiting.nonce,
        idTokenExpected: true,
      })
      .then((tokens) => ({ ...tokens, claims: tokens.claims() }))
    if (!claims || [claims.aud].flat().length !== 1) throw new Error('The token is for others, too.')
    const about = { ...claims, ...(await client.fetchUserInfo(config, access_token, claims.sub)) }
    return {
      email: String(about.email ?? ''),
      name: String(about.name ?? ''),
      isVerified: about.email_verified === true,
      idToken: id_token ?? '',
    }
  }

  /** Asked anew for each login: keys may have changed. */
  async #configuration(): Promise<client.Configuration> {
    const { discoveryUrl, clientId, clientSecret } = this.#provider
    const authenticate: client.ClientAuth = (server, ...rest) => {
      const post = server.token_endpoint_auth_methods_supported?.includes('client_secret_post')
      return (post ? client.ClientSecretPost : client.ClientSecretBasic)(clientSecret)(server, ...rest)
    }
    return client.discovery(new URL(discoveryUrl), clientId, undefined, authenticate, {
      execute: [client.allowInsecureRequests, client.enableNonRepudiationChecks],
      timeout: PATIENCE,
    })
  }
}
