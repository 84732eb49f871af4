import type { Deed } from '../events.ts'
import { publish } from '../publish.ts'
import type { TenantScreenId } from '../screens/screens.tsx'
import type { Ctx } from './context.ts'

/**
 * Tells the sandbox's stream what the visitor did and what is shown next. A mail scanner's HEAD is nobody's deed.
 */
export async function did(c: Ctx, event: Deed | Deed[], screen: TenantScreenId | null): Promise<void> {
  if (c.req.method === 'HEAD') return
  for (const each of [event].flat())
    await publish(c.var.tenant.store, c.var.sandbox.id, { kind: 'did', event: each, screen })
}
