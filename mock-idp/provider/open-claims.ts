import type Provider from 'oidc-provider'

/** Set by the library from the session; shown only when a client asks for them. */
const onRequest = new Set(['sub', 'acr', 'amr', 'auth_time'])

interface ClaimsInstance {
  available: Record<string, unknown>
}

/**
 * Lets every claim through that the account offers for the granted scopes. The library admits only claims that were
 * named when it was configured, but a user's claims can be added while it runs.
 */
export function openClaims(provider: Provider) {
  const { prototype } = provider.Claims
  const result: (this: ClaimsInstance) => Promise<Record<string, unknown>> = prototype.result
  prototype.result = async function opened(this: ClaimsInstance) {
    const offered = Object.entries(this.available).filter(
      ([name, value]) => !onRequest.has(name) && value !== undefined && value !== null,
    )
    return { ...Object.fromEntries(offered), ...(await result.call(this)) }
  }
}
