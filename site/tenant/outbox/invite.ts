import type { Account, Sandbox } from '../store/schema.ts'
import { findConnection } from '../store/sso-connections.ts'
import type { Tenant } from '../tenant.ts'
import { sendInvitation } from './send-invitation.ts'
import { sendSsoInvitation } from './send-sso-invitation.ts'

/**
 * Invites a person by the mail that fits the authentication method in force; their earlier links stop working.
 * @throws {OutboxError} when the mail server doesn't take it
 */
export async function invite(tenant: Tenant, sandbox: Sandbox, account: Account): Promise<void> {
  const sso = await findConnection(tenant.store.db, sandbox.id)
  await (sso ? sendSsoInvitation : sendInvitation)(tenant, sandbox, account)
}
