import type { Account } from '../store/schema.ts'
import { goOn } from './at-stage.ts'
import type { Action, Ctx } from './context.ts'

type AccountAction = (c: Ctx, account: Account) => Promise<Response>

/** Lets a request through only after the login is done; others are sent to where they stand. */
export function signedIn(action: AccountAction): Action {
  return async (c) => {
    const { tenant, visit, account } = c.var
    return visit && account && tenant.rules.isSignedIn(visit) ? action(c, account) : goOn(c)
  }
}

/** Lets Administrators through only (ASVS 5.0 8.2.1). `refuse` answers the others, with 403. */
export function administrators(action: AccountAction, refuse: AccountAction): Action {
  return signedIn((c, account) =>
    c.var.tenant.rules.mayAdminister(account) ? action(c, account) : refuse(c, account),
  )
}
