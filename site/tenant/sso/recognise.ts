import type { Claims } from '../rules/sso-logins.ts'
import { findAccountByEmail } from '../store/accounts.ts'
import type { Account } from '../store/schema.ts'
import { accountOfIdentity, type Identity, isLinked, linkIdentity } from '../store/sso-identities.ts'
import type { SsoConnection } from '../store/sso-schema.ts'
import type { Tenant } from '../tenant.ts'

interface SignedIn {
  claims: Claims
  connection: SsoConnection
  isEntra: boolean
  now: number
}

const NOT_ADDED =
  'Your provider knows you, but you have not been added to 1Secure. Ask an Administrator to add you'
const FOREIGN = 'You signed in to another directory than this tenant’s, so no one was logged in'
const TAKEN =
  'This address belongs to someone else at the provider, so you weren’t logged in. Ask an Administrator to look into it'
const OVER = 'Your access has ended. Ask an Administrator if you need it again'

/**
 * The account of the person that the provider has sent: found by issuer and subject, at the first login by the address
 * (log-in-sso: only people who are at the provider and were added log in).
 */
export async function recognise(
  tenant: Tenant,
  sandbox: string,
  { claims, connection, isEntra, now }: SignedIn,
): Promise<{ account: Account } | { wrong: string }> {
  const subject = isEntra ? tenant.rules.checkTenant(claims, connection.directory_id) : claims.sub
  if (subject === undefined) return { wrong: FOREIGN }
  const identity = { sandbox_id: sandbox, issuer: claims.iss, subject }
  const known = await accountOfIdentity(tenant.store.db, identity)
  const found = known ? { account: known } : await link(tenant, identity, claims, isEntra)
  if ('wrong' in found) return found
  return tenant.rules.isAccessOver(found.account, now) ? { wrong: OVER } : found
}

/** The first login of an added user: from now on the account is this person's, whatever the address becomes. */
async function link(tenant: Tenant, identity: Identity, claims: Claims, isEntra: boolean) {
  const { rules, store } = tenant
  const email = rules.trustedEmail(claims, isEntra ? 'entra-id' : 'openid-connect')
  const account = email && (await findAccountByEmail(store.db, identity.sandbox_id, email))
  if (!account) return { wrong: NOT_ADDED }
  const may = rules.mayLinkIdentity({ linked: await isLinked(store.db, account.id) })
  return may && (await linkIdentity(store.db, identity, account.id)) ? { account } : { wrong: TAKEN }
}
