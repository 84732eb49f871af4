import type { Account, Sandbox } from '../store/schema.ts'
import type { Tenant } from '../tenant.ts'
import { sendInvitation } from './send-invitation.ts'

/**
 * Invites somebody by the mail that fits the authentication method in force; earlier links of theirs are dead from then on.
 * @throws {OutboxError} when the mail server doesn't take it
 */
export async function invite(tenant: Tenant, sandbox: Sandbox, account: Account): Promise<void> {
  await sendInvitation(tenant, sandbox, account)
}
