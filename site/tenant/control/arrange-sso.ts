import { mailDomain } from '../keep-mail.ts'
import { sendSsoInvitation } from '../outbox/send-sso-invitation.ts'
import type { Account, Sandbox } from '../store/schema.ts'
import { dropConnection, saveConnection } from '../store/sso-connections.ts'
import { unlinkAll } from '../store/sso-identities.ts'
import { type Tenant, timeIn } from '../tenant.ts'
import type { Connection } from './bodies.ts'

/** A person whom the tenant doesn't know. */
export const strangerOf = (sandbox: Sandbox) => `not.added@${mailDomain(sandbox.id)}`

/** The person who logs in by SSO: the invited person, or a stranger. */
export const ssoEmail = (sandbox: Sandbox, given: string, account: Account) =>
  given === 'not-added' ? strangerOf(sandbox) : account.email

/**
 * SSO is in force, and the invitation has come. The givens differ at the provider, so the caller arranges the rest
 * there with the `email` in the answer: `signed-out`, a user with this address; `signed-in`, the same with a session;
 * `consent-missing`, an application without consent; `not-added`, a user with an address that the tenant doesn't know.
 * Only the provider sees what is done there, so it publishes those acts to the sandbox's stream. The provider's clock
 * must be the sandbox's.
 */
export async function arrangeSso(
  tenant: Tenant,
  sandbox: Sandbox,
  account: Account,
  { given, sso }: { given: string; sso: Connection },
): Promise<{ email: string; now: number }> {
  const now = timeIn(tenant, sandbox)
  const tid = /\/([\da-f-]{36})\/v2\.0$/i.exec(sso.issuer)?.[1]
  await saveConnection(tenant.store.db, {
    sandbox_id: sandbox.id,
    method: sso.method,
    client_id: sso.clientId,
    discovery_url: `${sso.issuer}/.well-known/openid-configuration`,
    directory_id: sso.method === 'entra-id' ? (tid ?? null) : null,
    sealed_secret:
      sso.clientSecret === undefined ? null : tenant.store.vault.seal(sso.clientSecret, sandbox.id),
    keeper_id: null,
    saved_at: now,
  })
  const email = ssoEmail(sandbox, given, account)
  await sendSsoInvitation(tenant, sandbox, { ...account, email })
  return { email, now }
}

/** 1Secure Authentication is in force, and no account is linked to a person at a provider. */
export async function undoSso({ store: { db } }: Tenant, sandbox: string): Promise<void> {
  await dropConnection(db, sandbox)
  await unlinkAll(db, sandbox)
}
