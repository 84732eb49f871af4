import { used } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { bindBrowser } from '../http/browser-cookie.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { record } from '../http/record.ts'
import { leave } from '../http/visit-cookie.ts'
import { isScreen } from '../screens/screens.tsx'
import type { Visit } from '../store/schema.ts'
import { addLogout } from '../store/sso-logouts.ts'
import { findSsoSession } from '../store/sso-sessions.ts'
import { saidAfterLogout } from './show-way-in.ts'

/** The session ends on the server too: its id opens nothing afterwards (ASVS 5.0 7.4.1). */
export const logOut: Action = async (c) => {
  const { account, visit } = c.var
  const from = c.req.query('from') ?? ''
  used(c, isScreen(from) ? from : 'dashboard', 'Log out')
  const byProvider = await atOnce(c, async () => {
    const isByProvider = visit !== undefined && (await keepWayOut(c, visit))
    if (account) await record(c, 'logged-out')
    await leave(c)
    return isByProvider
  })
  if (!byProvider) return goTo(c, '/log-in', 'login-page')
  return goTo(c, '/log-in?left', 'login-page', (await saidAfterLogout(c, '')).message)
}

/**
 * What logging out at the provider will need outlives the session, for this browser. False if no provider was asked.
 */
async function keepWayOut(c: Ctx, visit: Visit): Promise<boolean> {
  const { tenant, sandbox, now } = c.var
  const session = await findSsoSession(tenant.store.db, visit.token_hash)
  if (!session) return false
  await addLogout(tenant.store.db, {
    browser_hash: bindBrowser(c, 'logout'),
    sandbox_id: sandbox.id,
    issuer: session.issuer,
    sealed_id_token: session.sealed_id_token,
    state_hash: null,
    issued_at: now,
  })
  return true
}
