import { accountsOfSandbox } from '../store/accounts.ts'
import { findApp } from '../store/authenticator-apps.ts'
import type { Account } from '../store/schema.ts'
import { keysOfAccount } from '../store/security-keys.ts'
import type { SsoConnection } from '../store/sso-schema.ts'
import type { Tenant } from '../tenant.ts'

/** The Administrator who keeps 1Secure Authentication while SSO is in force, if there is one. */
export async function breakGlassOf(
  tenant: Tenant,
  { sandbox_id, keeper_id }: Pick<SsoConnection, 'sandbox_id' | 'keeper_id'>,
  now: number,
): Promise<Account | undefined> {
  const { rules, store } = tenant
  const accounts = await accountsOfSandbox(store.db, sandbox_id)
  const candidates = accounts.filter((each) => rules.mayAdminister(each) && !rules.isAccessOver(each, now))
  const able = await Promise.all(
    candidates.map(async ({ id, password_hash }) => ({
      id,
      hasPassword: password_hash !== null,
      hasSecondFactor:
        (await findApp(store.db, id)) !== undefined || (await keysOfAccount(store.db, id)).length > 0,
    })),
  )
  const chosen = rules.chooseBreakGlass(able, keeper_id)
  return accounts.find(({ id }) => id === chosen)
}
