import { createMiddleware } from 'hono/factory'
import { keepInUse } from '../keep-in-use.ts'
import { findSandbox } from '../store/sandboxes.ts'
import { baseOf, type Tenant, timeIn } from '../tenant.ts'
import type { Env } from './context.ts'
import { show } from './show.tsx'

/** Finds the sandbox of the path and its time. */
export const loadSandbox = (tenant: Tenant) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('tenant', tenant)
    const sandbox = await findSandbox(tenant.store.db, c.req.param('sandbox') ?? '')
    if (!sandbox) return show(c, 'notice', { message: 'This tenant doesn’t exist, or not any more.' }, 404)
    c.set('sandbox', sandbox)
    c.set('base', baseOf(sandbox))
    c.set('now', timeIn(tenant, sandbox))
    await keepInUse(tenant, sandbox)
    await next()
  })
