import { firstAddress } from '../keep-mail.ts'
import { newAccount } from '../new-account.ts'
import { findAccountByEmail } from '../store/accounts.ts'
import type { Account, Sandbox } from '../store/schema.ts'
import { addUser } from '../store/users.ts'
import type { Tenant } from '../tenant.ts'

/** The account of the person whom a sandbox is made for; made (again) if it does not exist. */
export async function firstAccount(tenant: Tenant, sandbox: Sandbox): Promise<Account> {
  const email = firstAddress(sandbox.id)
  const found = await findAccountByEmail(tenant.store.db, sandbox.id, email)
  if (found) return found
  const account = newAccount(tenant, sandbox, { email, role: 'Administrator' })
  await addUser(tenant.store.db, account)
  return account
}
