import type { MockIdp } from '@doorstep/mock-idp'
import type { ProviderAccess, WantedDirectory } from '../tenant/provider-door.ts'
import { administratorOf, type Made } from './make-directories.ts'

/** No server listens on this port: tcpmux, of 1988 (RFC 1078). */
export const DEAD_ORIGIN = 'http://localhost:1'

const discoveryOf = (issuer: string) => `${issuer}/.well-known/openid-configuration`

/** What the caller needs to know to use a sandbox's directories. */
export function accessTo(
  idp: MockIdp,
  { entra, oidc }: Made,
  { redirectUri, stranger }: WantedDirectory,
): ProviderAccess {
  const [user, colleague] = entra.users
  const [application] = oidc.applications
  const [secret] = application?.passwordCredentials ?? []
  if (!user || !colleague || !application || !secret)
    throw new Error('The directory of the sandbox is incomplete.')
  const issuer = idp.issuer(oidc)
  return {
    password: user.password,
    user: user.userPrincipalName,
    colleague: colleague.userPrincipalName,
    stranger,
    redirectUri,
    clientId: application.appId,
    clientSecret: secret.secretText,
    entra: {
      tenantId: entra.id,
      issuer: idp.issuer(entra),
      adminCenter: idp.adminCenter(entra),
      signOut: idp.issuer(entra).replace(/v2\.0$/, 'oauth2/v2.0/logout'),
      administrator: administratorOf(entra.domains[0] ?? ''),
    },
    oidc: {
      discoveryUrl: discoveryOf(issuer),
      otherIssuerUrl: discoveryOf(idp.issuer(oidc, { misbehaviour: 'impersonated-issuer' })),
      deadUrl: discoveryOf(DEAD_ORIGIN),
      misbehavingUrl: discoveryOf(`${issuer}~{id}`),
    },
    signInUrl: idp.signInUrl(entra, user),
  }
}
