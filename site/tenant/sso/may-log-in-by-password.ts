import type { Account } from '../store/schema.ts'
import { findConnection } from '../store/sso-connections.ts'
import type { Tenant } from '../tenant.ts'
import { breakGlassOf } from './break-glass.ts'

/**
 * Whether a password opens the account, at the login or by a mailed link: where SSO is in force, it does for almost no
 * account.
 */
export async function mayLogInByPassword(
  tenant: Tenant,
  { id, sandbox_id }: Pick<Account, 'id' | 'sandbox_id'>,
  now: number,
): Promise<boolean> {
  const connection = await findConnection(tenant.store.db, sandbox_id)
  const keeper = connection && (await breakGlassOf(tenant, connection, now))
  return tenant.rules.mayUsePassword({ sso: connection !== undefined, isBreakGlass: keeper?.id === id })
}
