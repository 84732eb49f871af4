import { mailDomain } from '../keep-mail.ts'
import type { ProviderAccess } from '../provider-door.ts'
import { addressesAt } from '../sso/addresses.ts'
import type { Account, Sandbox } from '../store/schema.ts'
import { baseOf, type Tenant } from '../tenant.ts'
import { ssoEmail, strangerOf } from './arrange-sso.ts'
import type { Connection } from './bodies.ts'

/** Makes the sandbox's directory at the tenant's provider, if there is one. */
export async function openDirectory(
  { provider, origin }: Tenant,
  sandbox: Sandbox,
  given: string,
  account: Account,
): Promise<ProviderAccess | undefined> {
  const email = ssoEmail(sandbox, given, account)
  const { callback, backChannelLogout, loginPage } = addressesAt(origin + baseOf(sandbox))
  return provider?.open(
    { id: sandbox.id, clockOffset: Number(sandbox.clock_offset) },
    {
      given,
      // The person who is invited next already has an account there.
      people: [email, `colleague@${mailDomain(sandbox.id)}`, email.replace('@', '-second@')],
      stranger: strangerOf(sandbox),
      redirectUri: callback,
      backChannelLogoutUri: backChannelLogout,
      postLogoutRedirectUri: loginPage,
    },
  )
}

/** How SSO is connected with the Entra tenant of a sandbox. */
export const connectionOf = ({ entra, clientId, clientSecret }: ProviderAccess): Connection => ({
  method: 'entra-id',
  issuer: entra.issuer,
  clientId,
  clientSecret,
})
