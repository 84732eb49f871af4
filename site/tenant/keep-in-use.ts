import { touchSandbox } from './store/sandboxes.ts'
import type { Sandbox } from './store/schema.ts'
import type { Tenant } from './tenant.ts'

/** Sandboxes are dropped by how long they lie idle; minutes are exact enough for that. */
const TOUCH_EVERY_MS = 60_000

/** Notes that a sandbox is used now. */
export async function keepInUse(
  tenant: Tenant,
  { id, used_at }: Pick<Sandbox, 'id' | 'used_at'>,
): Promise<void> {
  const now = tenant.now()
  if (now - Number(used_at) > TOUCH_EVERY_MS) await touchSandbox(tenant.store.db, id, now)
}
