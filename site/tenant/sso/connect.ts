import * as client from 'openid-client'
import { useIdTokenResponseType as takeIdTokens } from 'openid-client'
import type { SsoConnection } from '../store/sso-schema.ts'
import type { Tenant } from '../tenant.ts'

/** Seconds for each call to the provider. */
const PATIENCE = 5

/** A provider that is ready to be asked. */
export interface Provider {
  configuration: client.Configuration
  issuer: string
  /** The code flow needs a client secret; without one the ID token comes through the browser. */
  flow: 'code' | 'id-token'
  /** Whether its tokens carry `tid` and `oid`. */
  isEntra: boolean
}

const ENTRA_ISSUER = /\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\/v2\.0$/i

/** The client secret of a connection, in clear; null if it has none. */
const secretOf = (tenant: Tenant, { sealed_secret, sandbox_id }: SsoConnection) =>
  sealed_secret === null ? null : tenant.store.vault.open(sealed_secret, sandbox_id)

/** Basic unless the provider says that it takes the secret in the body only (OpenID Connect Core 1.0 section 9). */
function authenticate(secret: string | null, methods: unknown): client.ClientAuth {
  if (secret === null) return client.None()
  const basic = !Array.isArray(methods) || methods.includes('client_secret_basic')
  return basic ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret)
}

/**
 * Fetches the provider's metadata again, so that its keys and endpoints are current, and checks that they belong to it.
 * @param now the sandbox's time in ms: tokens are judged by it
 */
export async function connect(
  tenant: Tenant,
  connection: SsoConnection,
  now: number,
): Promise<Provider | { wrong: string }> {
  const { discovery_url: discoveryUrl, client_id } = connection
  if (discoveryUrl === null)
    return {
      wrong:
        'The Directory (tenant) ID is not known. An Administrator can add it in the Authentication settings',
    }
  const found = await tenant.rules.fetchDiscovery(discoveryUrl, tenant.outgoing)
  if ('wrong' in found) return found
  const { metadata } = found
  const wrong = tenant.rules.checkIssuer({ discoveryUrl, issuer: metadata.issuer })
  if (wrong) return { wrong }
  const secret = secretOf(tenant, connection)
  const skew = Math.round((now - Date.now()) / 1000)
  const configuration = new client.Configuration(
    metadata,
    client_id,
    { [client.clockSkew]: skew },
    authenticate(secret, metadata.token_endpoint_auth_methods_supported),
  )
  configuration.timeout = PATIENCE
  configuration[client.customFetch] = (url, options) => tenant.outgoing(url, options as RequestInit)
  client.enableNonRepudiationChecks(configuration)
  // The way out has let http through for origins on the allow-list only.
  if (discoveryUrl.startsWith('http:')) client.allowInsecureRequests(configuration)
  if (secret === null) takeIdTokens(configuration)
  return {
    configuration,
    issuer: metadata.issuer,
    flow: secret === null ? 'id-token' : 'code',
    isEntra: connection.method === 'entra-id' || ENTRA_ISSUER.test(metadata.issuer),
  }
}
