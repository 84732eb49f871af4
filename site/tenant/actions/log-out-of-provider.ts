import * as client from 'openid-client'
import { pressed } from '../http/acted.ts'
import { bindBrowser, boundBrowser } from '../http/browser-cookie.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { handOver } from '../http/hand-over.ts'
import { leave } from '../http/visit-cookie.ts'
import { hashToken } from '../secrets.ts'
import { afterLogoutOf } from '../sso/addresses.ts'
import { connect } from '../sso/connect.ts'
import { findConnection } from '../store/sso-connections.ts'
import { addLogout, finishLogout, takeLogout } from '../store/sso-logouts.ts'

/**
 * RP-Initiated Logout 1.0 sections 2 and 3: on request, the person goes to the provider's own logout, which learns from
 * the ID token who leaves, and returns the state.
 */
export const logOutOfProvider = pressed('login-page', 'Log out at your provider too', async (c) => {
  const { tenant, sandbox, now } = c.var
  await leave(c)
  const connection = await findConnection(tenant.store.db, sandbox.id)
  const provider = connection && (await connect(tenant, connection, now))
  if (!provider || 'wrong' in provider) return goTo(c, '/log-in', 'login-page')
  const { configuration, issuer } = provider
  if (configuration.serverMetadata().end_session_endpoint === undefined)
    return goTo(c, '/log-in', 'login-page')
  const state = client.randomState()
  const idToken = await beginLogout(c, issuer, state)
  return handOver(
    c,
    client.buildEndSessionUrl(configuration, {
      client_id: connection.client_id,
      post_logout_redirect_uri: afterLogoutOf(c, provider.isEntra),
      state,
      ...(idToken === undefined ? {} : { id_token_hint: idToken }),
    }),
  )
})

/** From now on this browser may come back with the state. Answers the ID token that this browser logged in by, if it did. */
async function beginLogout(c: Ctx, issuer: string, state: string): Promise<string | undefined> {
  const { tenant, sandbox, now } = c.var
  const { db, vault } = tenant.store
  const browser = boundBrowser(c, 'logout')
  const left = browser && (await takeLogout(db, { sandbox_id: sandbox.id, browser_hash: browser }))
  await addLogout(db, {
    browser_hash: bindBrowser(c, 'logout'),
    sandbox_id: sandbox.id,
    issuer,
    sealed_id_token: null,
    state_hash: hashToken(state),
    issued_at: now,
  })
  const sealed = left && left.issuer === issuer ? left.sealed_id_token : null
  return sealed ? vault.open(sealed, sandbox.id) : undefined
}

/** Back from the provider's logout: true when it was this browser that left with this state (section 3). */
export async function isBackFromLogout(c: Ctx, state: string): Promise<boolean> {
  const { tenant, sandbox } = c.var
  const browser = boundBrowser(c, 'logout')
  if (browser === undefined) return false
  const key = { sandbox_id: sandbox.id, browser_hash: browser, state_hash: hashToken(state) }
  return finishLogout(tenant.store.db, key)
}
