import { createMiddleware } from 'hono/factory'
import { findAccount } from '../store/accounts.ts'
import type { Account, Visit } from '../store/schema.ts'
import { endVisit, findVisit, touchVisit } from '../store/visits.ts'
import type { Ctx, Env } from './context.ts'
import { sentVisit } from './visit-cookie.ts'

/** Finds out where the visitor is, and ends visits whose time or whose account's access is over. */
export const loadVisit = createMiddleware<Env>(async (c, next) => {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const token = sentVisit(c)
  const visit = token && (await findVisit(db, sandbox.id, token))
  if (visit) {
    const account = await holderOf(c, visit)
    if (tenant.rules.isVisitOver(visit, now) || account === 'none') await endVisit(db, visit.token_hash)
    else {
      await touchVisit(db, visit.token_hash, now)
      c.set('visit', visit)
      c.set('account', account)
    }
  }
  await next()
})

/** Before the password no account is looked up: known and unknown addresses look alike (ASVS 5.0 6.3.8). */
async function holderOf(c: Ctx, visit: Visit): Promise<Account | undefined | 'none'> {
  const { tenant, now } = c.var
  if (visit.stage === 'password') return undefined
  const account = await findAccount(tenant.store.db, visit.account_id ?? '')
  return account && !tenant.rules.isAccessOver(account, now) ? account : 'none'
}
