import { type Client, errors } from 'oidc-provider'

interface OfAClient {
  clientId?: string
}

/** A client takes back its own tokens, and gets an error for those of others (RFC 7009 section 2.1). */
export function mayRevoke(_ctx: unknown, client: Client, token: OfAClient): boolean {
  if (token.clientId === client.clientId) return true
  throw new errors.InvalidRequest('The token was issued to another client.')
}

/** An application with a secret may ask about any token, as an API does; one without it about its own only. */
export const mayIntrospect = (_ctx: unknown, client: Client, token: OfAClient): boolean =>
  token.clientId === client.clientId || client.clientAuthMethod !== 'none'
