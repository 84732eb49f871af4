import { createLocalJWKSet, type JSONWebKeySet } from 'jose'
import * as client from 'openid-client'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { handOver } from '../http/hand-over.ts'
import { leave } from '../http/visit-cookie.ts'
import { afterLogoutOf } from '../sso/addresses.ts'
import { connect } from '../sso/connect.ts'
import { findConnection } from '../store/sso-connections.ts'
import { endSsoSessions } from '../store/sso-sessions.ts'

async function providerOf(c: Ctx) {
  const { tenant, sandbox, now } = c.var
  const connection = await findConnection(tenant.store.db, sandbox.id)
  if (!connection) return undefined
  const provider = await connect(tenant, connection, now)
  return 'wrong' in provider ? undefined : { ...provider, clientId: connection.client_id }
}

/**
 * RP-Initiated Logout 1.0 section 2: whoever wants it is led to the provider's own logout. The request names the client; an
 * ID token as a hint would stand in the address (ASVS 5.0 10.1.1).
 */
export const logOutOfProvider: Action = async (c) => {
  await leave(c)
  const provider = await providerOf(c)
  if (provider?.configuration.serverMetadata().end_session_endpoint === undefined) return goTo(c, '/log-in')
  const to = { client_id: provider.clientId, post_logout_redirect_uri: afterLogoutOf(c) }
  return handOver(c, client.buildEndSessionUrl(provider.configuration, to))
}

/** Back-Channel Logout 1.0 section 2.5: the provider says whose session there has ended; ours end with it. */
export const takeBackChannelLogout: Action = async (c) => {
  const { tenant, sandbox, now } = c.var
  const token = new URLSearchParams(await c.req.text()).get('logout_token')
  const provider = token === null ? undefined : await providerOf(c)
  const jwksUri = provider?.configuration.serverMetadata().jwks_uri
  if (token === null || !provider || jwksUri === undefined) return refuse(c)
  const keys = (await tenant.outgoing(jwksUri).then(
    (answer) => answer.json(),
    () => ({ keys: [] }),
  )) as JSONWebKeySet
  const { issuer, clientId } = provider
  const ended = await tenant.rules.verifyLogoutToken({
    token,
    keys: createLocalJWKSet(keys),
    issuer,
    clientId,
    now,
  })
  if (!ended) return refuse(c)
  await endSsoSessions(tenant.store.db, { sandbox_id: sandbox.id, issuer, ...ended })
  return c.body(null, 200)
}

const refuse = (c: Ctx) =>
  c.json({ error: 'invalid_request', error_description: 'The logout token isn’t one of this provider.' }, 400)
