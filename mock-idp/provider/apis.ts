import type { Application, Directory } from '../directory/types.ts'
import type { BareIssuer } from './issuer.ts'

/** The scope that means everything an application was given. */
export const everything = '.default'

/** The names by which clients ask for an application as an API. */
export const apiNames = ({ appId, identifierUris }: Application): string[] => [
  ...identifierUris,
  `api://${appId}`,
  appId,
]

/** An application as oidc-provider names a resource (RFC 8707 wants an absolute URI). */
export const resourceOf = ({ appId }: Application): string => `api:${appId}`

/** The API that a name belongs to; a slash at the end is nothing of its own. */
export const findApi = (
  directories: readonly (Directory | undefined)[],
  name: string,
): Application | undefined =>
  directories
    .flatMap((directory) => directory?.applications ?? [])
    .find((application) =>
      apiNames(application).some((each) => each.replace(/\/$/, '') === name.replace(/\/$/, '')),
    )

/** The API behind a resource: at a generic provider clients name it themselves. */
export async function apiOf(
  { authority, state }: BareIssuer,
  resource: string,
): Promise<Application | undefined> {
  const named = findApi([authority.directory], resource)
  if (named) return named
  const appId = resource.replace(/^api:(?!\/\/)/, '')
  const own = authority.directory?.applications.find((each) => each.appId === appId)
  if (own || authority.kind === 'oidc') return own
  return (await state.store.findByAppId(appId))?.application
}

/** All scopes of an API, as requests name them. */
export const scopesOf = (api: Application, kind: 'entra' | 'oidc'): string[] =>
  kind === 'oidc'
    ? api.scopes
    : apiNames(api).flatMap((name) => [...api.scopes, everything].map((value) => `${name}/${value}`))

/** What an application may do on its own at an API: roles that it was given and that the API has. */
export function permissionsOf(
  client: Application,
  names: readonly string[],
  roles?: readonly string[],
): string[] {
  const given = names.flatMap((name) => client.permissions[name] ?? [])
  return [...new Set(given)].filter((role) => roles === undefined || roles.includes(role))
}
