import { goOn } from '../http/at-stage.ts'
import type { Action, Ctx } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { findConnection } from '../store/sso-connections.ts'

const LEFT = 'You are logged out of 1Secure. At your provider you may still be signed in'

const hasSso = async (c: Ctx) => (await findConnection(c.var.tenant.store.db, c.var.sandbox.id)) !== undefined

const isIn = ({ var: { tenant, visit } }: Ctx) => visit !== undefined && tenant.rules.isSignedIn(visit)

/** The page where every login begins; who has just left an SSO tenant may leave the provider too. */
export const showLoginPage: Action = async (c) => {
  if (isIn(c)) return goOn(c)
  const left = c.req.query('left') !== undefined && (await hasSso(c))
  return show(c, 'login-page', left ? { message: LEFT, tone: 'note', leavesProvider: true } : {})
}

/** Log-in.3: in an SSO tenant there is a second way, for the Administrator who keeps 1Secure Authentication. */
export const showEmail: Action = async (c) => {
  if (isIn(c)) return goOn(c)
  const way = c.req.query('way') === 'password' ? 'password' : 'provider'
  return show(c, 'email-address', (await hasSso(c)) ? { way } : {})
}
