import { together } from '../store/together.ts'
import type { Ctx } from './context.ts'

/** Rolls back what was begun, and is no failure. */
const nothing = Symbol('nothing')

/**
 * Does all of `work` or, when it throws or answers undefined, none of it: whatever it writes through `c.var.tenant` is one
 * transaction. Mails and notices are sent afterwards: they can't be taken back.
 */
export async function atOnce<T>(c: Ctx, work: () => Promise<T | undefined>): Promise<T | undefined> {
  const { tenant, sandbox, acts } = c.var
  try {
    return await together(tenant.store.db, sandbox.id, async (db) => {
      c.set('tenant', { ...tenant, store: { ...tenant.store, db } })
      c.set('acts', acts)
      const done = await work()
      if (done === undefined) throw nothing
      return done
    })
  } catch (error) {
    if (error !== nothing) throw error
    return undefined
  } finally {
    c.set('tenant', tenant)
  }
}
