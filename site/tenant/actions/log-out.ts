import { type Action, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { record } from '../http/record.ts'
import { leave } from '../http/visit-cookie.ts'
import { findSsoSession } from '../store/sso-sessions.ts'

/** The session ends on the server too: its id is worth nothing afterwards (ASVS 5.0 7.4.1). */
export const logOut: Action = async (c) => {
  const { account, tenant, visit } = c.var
  const byProvider = visit && (await findSsoSession(tenant.store.db, visit.token_hash))
  if (account) await record(c, 'logged-out')
  await leave(c)
  await did(c, 'log-out', 'login-page')
  return goTo(c, byProvider ? '/log-in?left' : '/log-in')
}
