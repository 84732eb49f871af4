import type { Ctx } from '../http/context.ts'
import { findApp } from '../store/authenticator-apps.ts'
import type { Account } from '../store/schema.ts'
import { keysOfAccount } from '../store/security-keys.ts'

/** How many of each second factor an account has enrolled. */
export async function factorsOf(
  c: Ctx,
  account: Pick<Account, 'id'>,
): Promise<{ app: boolean; keys: number }> {
  const { db } = c.var.tenant.store
  const [app, keys] = await Promise.all([findApp(db, account.id), keysOfAccount(db, account.id)])
  return { app: app !== undefined, keys: keys.length }
}
