import { redirectUrisOf } from '../directory/lookup.ts'
import type { MockIdp } from '../index.ts'

/** What a person needs to use a running provider: printed as the first line, as JSON or as text. */
export interface IdpDescription {
  url: string
  secureUrl?: string
  certificate?: string
  control: { url: string; token: string }
  directories: {
    kind: 'entra' | 'oidc'
    id: string
    displayName: string
    issuer: string
    secureIssuer?: string
    adminCenter?: string
    graph?: { url: string; token: string }
    clients: {
      clientId: string
      clientSecret?: string
      redirectUris: string[]
      postLogoutRedirectUris: string[]
    }[]
    users: { userPrincipalName: string; password: string; administrator: boolean }[]
  }[]
}

export async function describeIdp(idp: MockIdp, controlToken: string): Promise<IdpDescription> {
  const directories = await idp.store.list()
  return {
    url: idp.url,
    secureUrl: idp.secureUrl,
    certificate: idp.certificateFile,
    control: { url: `${idp.url}/_control`, token: controlToken },
    directories: directories.map((directory) => ({
      kind: directory.kind,
      id: directory.id,
      displayName: directory.displayName,
      issuer: idp.issuer(directory),
      ...(idp.secureUrl && { secureIssuer: idp.issuer(directory, { secure: true }) }),
      ...(directory.kind === 'entra' && {
        adminCenter: idp.adminCenter(directory),
        graph: { url: `${idp.url}/${directory.id}/graph/v1.0`, token: directory.managementToken },
      }),
      clients: directory.applications.map((application) => ({
        clientId: application.appId,
        clientSecret: application.passwordCredentials[0]?.secretText,
        redirectUris: redirectUrisOf(application).map(({ uri }) => uri),
        postLogoutRedirectUris: application.postLogoutRedirectUris,
      })),
      users: directory.users.map(({ userPrincipalName, password, administrator }) => ({
        userPrincipalName,
        password,
        administrator,
      })),
    })),
  }
}

/** The same for people. */
export function idpAsText({ url, secureUrl, certificate, control, directories }: IdpDescription): string {
  const lines = [`Mock identity provider at ${url}${secureUrl ? ` and ${secureUrl}` : ''}`]
  if (certificate) lines.push(`  certificate    ${certificate}`)
  lines.push(`  control API    ${control.url}  bearer token ${control.token}`)
  for (const directory of directories) {
    lines.push('', `${directory.displayName}`, `  issuer         ${directory.issuer}`)
    if (directory.secureIssuer) lines.push(`  with https     ${directory.secureIssuer}`)
    if (directory.adminCenter) lines.push(`  admin center   ${directory.adminCenter}`)
    for (const { clientId, clientSecret, redirectUris, postLogoutRedirectUris } of directory.clients) {
      lines.push(
        `  client         ${clientId}  secret ${clientSecret ?? '–'}`,
        `  redirect URIs  ${redirectUris.join(' ')}`,
      )
      if (postLogoutRedirectUris.length > 0)
        lines.push(`  after sign-out ${postLogoutRedirectUris.join(' ')}`)
    }
    for (const { userPrincipalName, password, administrator } of directory.users)
      lines.push(
        `  user           ${userPrincipalName}  password ${password}${administrator ? '  (administrator)' : ''}`,
      )
  }
  return `${lines.join('\n')}\n`
}
