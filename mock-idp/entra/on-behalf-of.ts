import { createLocalJWKSet, errors, jwtVerify } from 'jose'
import { publicKeyOf } from '../keys/public.ts'
import { apiNames } from '../provider/apis.ts'
import { accountIdOf, type Issuer } from '../provider/issuer.ts'
import type { EntraRequest } from './authorize-request.ts'
import { parameterMissing, type Refusal } from './refusal.ts'
import { refusedAtToken } from './token-consent.ts'
import { versionOneIssuer } from './version-one.ts'

export const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

const invalid = (code: number, message: string): Refusal => ({ code, error: 'invalid_grant', message })

/**
 * The account in whose name an API that was called asks for a token of its own: the one of the access token that it sends
 * (learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow). 50013 and 500133 are in Microsoft's reference of error
 * codes; 500131 is what the service answers for a token of another API.
 */
export async function assertedAccount(
  issuer: Issuer,
  { params, application }: EntraRequest,
): Promise<{ accountId: string } | Refusal> {
  const assertion = params.get('assertion')
  if (!assertion) return parameterMissing('assertion')
  if (params.get('requested_token_use') !== 'on_behalf_of') return parameterMissing('requested_token_use')
  const keys = (await issuer.state.keysOf(issuer.authority.directory).keys()).map(publicKeyOf)
  try {
    const currentDate = new Date(issuer.clock())
    const { payload } = await jwtVerify(assertion, createLocalJWKSet({ keys }), { currentDate })
    if (!application || !apiNames(application).includes(String(payload.aud)))
      return invalid(
        500131,
        `Assertion audience does not match the Client app presenting the assertion. The audience in the assertion was '${payload.aud}' and the expected audience is '${application?.appId ?? ''}'.`,
      )
    const account = await issuer.loadAccount(`${payload.tid}.${payload.oid}`)
    const issuers = account && [
      issuer.tenantIssuer(account.directory),
      versionOneIssuer(issuer.authority, account.directory.id),
    ]
    if (!account || !issuers?.includes(payload.iss ?? ''))
      return invalid(50013, 'The assertion is not of a user of this tenant.')
    const { directory, user } = account
    return refusedAtToken(application, user) ?? { accountId: accountIdOf(directory, user.id) }
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      return invalid(500133, 'The assertion is not within its valid time range: get a new access token.')
    return invalid(50013, 'The assertion is malformed, or not signed by this tenant.')
  }
}
