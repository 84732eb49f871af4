import { createLocalJWKSet, type JWTPayload, jwtVerify } from 'jose'
import type { Exchange } from '../http/exchange.ts'
import { publicKeyOf } from '../keys/public.ts'
import { makeGrant } from './grants.ts'
import type { Issuer } from './issuer.ts'

/** What a client's own JWT says, if it is one of this provider's and still good. */
async function claimsOf({ authority, state, clock }: Issuer, jwt: string): Promise<JWTPayload | undefined> {
  const keys = (await state.keysOf(authority.directory).keys()).map(publicKeyOf)
  const currentDate = new Date(clock())
  return jwtVerify(jwt, createLocalJWKSet({ keys }), { issuer: authority.issuer, currentDate }).then(
    ({ payload }) => (payload.aud === payload.client_id ? payload : undefined),
    () => undefined,
  )
}

/**
 * Puts an opaque access token in place of a JWT that a client has for no other API (`"accessTokens": "jwt"`): the library's userinfo
 * endpoint knows opaque ones only. Answers what takes it away again; undefined where nothing was put.
 */
export async function putOpaqueToken(
  { req }: Exchange,
  issuer: Issuer,
): Promise<(() => Promise<void>) | undefined> {
  const [, jwt] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(req.headers.authorization ?? '') ?? []
  const claims = jwt === undefined ? undefined : await claimsOf(issuer, jwt)
  const client = claims && (await issuer.provider.Client.find(String(claims.client_id)))
  if (!client || !claims?.sub || claims.cnf !== undefined) return undefined
  const { AccessToken } = issuer.provider
  const who = { accountId: claims.sub, clientId: client.clientId, scope: String(claims.scope ?? '') }
  const grant = await makeGrant(issuer.provider, who)
  const token = new AccessToken({ ...who, client, grantId: grant.jti, gty: 'authorization_code' })
  req.headers.authorization = `Bearer ${await token.save()}`
  return async () => {
    await token.destroy()
    await grant.destroy()
  }
}
