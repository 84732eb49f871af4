import { createMiddleware } from 'hono/factory'
import { findSandbox, touchSandbox } from '../store/sandboxes.ts'
import { baseOf, type Tenant, timeIn } from '../tenant.ts'
import type { Env } from './context.ts'
import { show } from './show.tsx'

/** Sandboxes are dropped by how long they lie idle; minutes are exact enough for that. */
const TOUCH_EVERY_MS = 60_000

/** Finds the sandbox of the path and its time. */
export const loadSandbox = (tenant: Tenant) =>
  createMiddleware<Env>(async (c, next) => {
    c.set('tenant', tenant)
    const sandbox = await findSandbox(tenant.store.db, c.req.param('sandbox') ?? '')
    if (!sandbox) return show(c, 'notice', { message: 'This tenant doesn’t exist, or not any more.' }, 404)
    c.set('sandbox', sandbox)
    c.set('base', baseOf(sandbox))
    c.set('now', timeIn(tenant, sandbox))
    if (tenant.now() - Number(sandbox.used_at) > TOUCH_EVERY_MS)
      await touchSandbox(tenant.store.db, sandbox.id, tenant.now())
    await next()
  })
