import { type Action, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'

/**
 * The way in: by the mail's tenant link (log-in.1) or by the tenant's bare address (reset-password.1), or by the
 * mail's Access 1Secure (log-in-sso.1). Who is logged in
 * already is let through.
 */
export const enterTenant =
  (deed: 'open-tenant-link' | 'open-login-page' | 'open-access'): Action =>
  async (c) => {
    const signedIn = c.var.visit !== undefined && c.var.tenant.rules.isSignedIn(c.var.visit)
    await did(c, deed, signedIn ? 'dashboard' : 'login-page')
    return goTo(c, signedIn ? '/dashboard' : '/log-in')
  }
