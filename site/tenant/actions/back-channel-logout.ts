import { createLocalJWKSet, decodeJwt, type JSONWebKeySet } from 'jose'
import type { Action, Ctx } from '../http/context.ts'
import { record } from '../http/record.ts'
import type { EndedSessions } from '../rules/logout-tokens.ts'
import { connect } from '../sso/connect.ts'
import { spendLogoutToken } from '../store/logout-tokens.ts'
import { findConnection } from '../store/sso-connections.ts'
import { endSsoSessions } from '../store/sso-sessions.ts'
import { together } from '../store/together.ts'

/** Back-Channel Logout 1.0 section 2.5: the provider says whose session there has ended; ours end with it. */
export const takeBackChannelLogout: Action = async (c) => {
  const token = new URLSearchParams(await c.req.text()).get('logout_token')
  const said = token === null ? undefined : await read(c, token)
  const ended = said && (await end(c, said))
  if (!ended) return refuse(c)
  for (const email of ended) await record(c, 'logged-out', { by: email, about: 'at the provider' })
  return c.body(null, 200)
}

type Said = EndedSessions & { issuer: string }

/** What a token says, where it is one of the provider in force. */
async function read(c: Ctx, token: string): Promise<Said | undefined> {
  const { tenant, sandbox, now } = c.var
  const connection = await findConnection(tenant.store.db, sandbox.id)
  // Any other request must not make the tenant call the provider (ASVS 5.0 10.5.5).
  if (!connection || !isFor(token, connection.client_id)) return undefined
  const provider = await connect(tenant, connection, now)
  if ('wrong' in provider) return undefined
  const { issuer, jwks_uri = '' } = provider.configuration.serverMetadata()
  const keys = (await tenant.outgoing(jwks_uri).then(
    (answer) => answer.json(),
    () => ({ keys: [] }),
  )) as JSONWebKeySet
  const claim = { token, keys: createLocalJWKSet(keys), issuer, clientId: connection.client_id, now }
  const ended = await tenant.rules.verifyLogoutToken(claim)
  return ended && { ...ended, issuer }
}

/** Whether it looks like a token for us; nothing about it is believed yet. */
function isFor(token: string, clientId: string): boolean {
  try {
    return [decodeJwt(token).aud].flat().includes(clientId)
  } catch {
    return false
  }
}

/** Ends the sessions; undefined when the token has done that before (section 2.6). Both at once, or neither. */
function end(c: Ctx, { jti, issuer, ...whose }: Said): Promise<string[] | undefined> {
  const { tenant, sandbox, now } = c.var
  return together(tenant.store.db, sandbox.id, async (all) => {
    const isNew = await spendLogoutToken(all, { sandbox_id: sandbox.id, issuer, jti }, now)
    return isNew ? endSsoSessions(all, { sandbox_id: sandbox.id, issuer, ...whose }) : undefined
  })
}

const refuse = (c: Ctx) =>
  c.json({ error: 'invalid_request', error_description: 'The logout token isn’t one of this provider.' }, 400)
