import { createMiddleware } from 'hono/factory'
import { endVisit, findVisit, touchVisit } from '../store/visits.ts'
import type { Env } from './context.ts'
import { sentVisit } from './visit-cookie.ts'

/** Finds out where the visitor stands, and ends visits whose time is over. */
export const loadVisit = createMiddleware<Env>(async (c, next) => {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const token = sentVisit(c)
  const visit = token && (await findVisit(db, sandbox.id, token))
  if (visit && tenant.rules.isVisitOver(visit, now)) await endVisit(db, visit.token_hash)
  else if (visit) {
    await touchVisit(db, visit.token_hash, now)
    c.set('visit', visit)
  }
  await next()
})
