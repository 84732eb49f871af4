import { type Action, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'

/** Log-in.1: the tenant link. Who is logged in already is let through. */
export const enterTenant: Action = async (c) => {
  const signedIn = c.var.visit !== undefined && c.var.tenant.rules.isSignedIn(c.var.visit)
  await did(c, 'open-tenant-link', signedIn ? 'dashboard' : 'login-page')
  return goTo(c, signedIn ? '/dashboard' : '/log-in')
}
