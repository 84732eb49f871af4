import { seconds } from '../clock.ts'
import { makeGrant } from './grants.ts'
import type { Issuer } from './issuer.ts'

/** What a code is for. */
interface CodeFields {
  accountId: string
  clientId: string
  redirectUri: string
  scope: string
  /** As oidc-provider names it. */
  resource?: string
}

/** A code as after a sign-in, for what is to have its tokens without one. Answers undefined for a client that isn't here. */
export async function makeCode(
  { provider, clock }: Issuer,
  { resource, ...fields }: CodeFields,
): Promise<string | undefined> {
  const client = await provider.Client.find(fields.clientId)
  if (!client) return undefined
  const { accountId, clientId, scope } = fields
  const resources = resource === undefined ? [] : [resource]
  const grant = await makeGrant(provider, { accountId, clientId, scope, resources })
  const code = new provider.AuthorizationCode({
    ...fields,
    authTime: seconds(clock),
    client,
    grantId: grant.jti,
    gty: 'authorization_code',
    ...(resource !== undefined && { resource }),
  })
  return code.save()
}
