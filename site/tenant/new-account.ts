import type { Role } from './roles.ts'
import { makeToken } from './secrets.ts'
import type { Account, Sandbox } from './store/schema.ts'
import { type Tenant, timeIn } from './tenant.ts'

/** An account as it is before its invitation is followed. */
export function newAccount(
  tenant: Tenant,
  sandbox: Sandbox,
  { email, role }: { email: string; role: Role },
): Account {
  return {
    id: makeToken(tenant.random),
    sandbox_id: sandbox.id,
    email,
    handle: makeToken(tenant.random),
    password_hash: null,
    former_hash: null,
    role,
    added_at: timeIn(tenant, sandbox),
    verified_at: null,
    access_ends_at: null,
  }
}
