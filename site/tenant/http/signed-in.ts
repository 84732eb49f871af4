import type { Account, Visit } from '../store/schema.ts'
import { goOn } from './at-stage.ts'
import type { Action, Ctx } from './context.ts'
import { record } from './record.ts'

export type AccountAction = (c: Ctx, account: Account, visit: Visit) => Promise<Response>

/** Lets a request through only after the login is done; others are sent to where they stand. */
export function signedIn(action: AccountAction): Action {
  return async (c) => {
    const { tenant, visit, account } = c.var
    return visit && account && tenant.rules.isSignedIn(visit) ? action(c, account, visit) : goOn(c)
  }
}

/** Lets a request through only before the login is done; others are sent to where they stand. */
export const signedOut =
  (action: Action): Action =>
  async (c) => {
    const { tenant, visit } = c.var
    return visit && tenant.rules.isSignedIn(visit) ? goOn(c) : action(c)
  }

/** Lets Administrators through only (ASVS 5.0 8.2.1). `refuse` answers the others, with 403; the audit log tells (16.3.2). */
export function administrators(action: AccountAction, refuse: AccountAction): Action {
  return signedIn(async (c, account, visit) => {
    if (c.var.tenant.rules.mayAdminister(account)) return action(c, account, visit)
    await record(c, 'access-refused', { about: c.req.path.slice(c.var.base.length) })
    return refuse(c, account, visit)
  })
}
