import { createHash } from 'node:crypto'
import { findUserNamed } from '../directory/lookup.ts'
import {
  guidFrom,
  makeApplication,
  makeDirectory,
  makeGroup,
  makeSecret,
  makeUser,
} from '../directory/make.ts'
import type { Application, Directory, Group, User } from '../directory/types.ts'
import { ConfigError } from './errors.ts'
import type { ApplicationConfig, Config, DirectoryConfig, GroupConfig, UserConfig } from './schema.ts'

const slug = (name: string) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** Ids that a configuration doesn't give are made from names, so that they stay the same. */
export const userFrom = (config: UserConfig, { id }: Directory): User =>
  makeUser({
    id: guidFrom(`user ${id} ${config.userPrincipalName}`),
    mail: config.userPrincipalName,
    ...config,
  })

/** Throws ConfigError for a name that no user of the directory has. */
export function userIdOfName(directory: Directory, name: string): string {
  const user = findUserNamed(directory, name)
  if (user) return user.id
  throw new ConfigError(`There is no user '${name}' in the directory '${directory.displayName}'.`)
}

export const groupFrom = ({ members, ...config }: GroupConfig, directory: Directory): Group =>
  makeGroup({
    id: guidFrom(`group ${directory.id} ${config.displayName}`),
    ...config,
    memberIds: members.map((name) => userIdOfName(directory, name)),
  })

const findGroup = ({ groups }: Directory, name: string) =>
  groups.find((group) => group.id === name || group.displayName === name)

/** Throws ConfigError for a role that the application doesn't have, and for a holder that nobody is. */
function assignmentsFrom(
  { roles, appRoles = [], displayName }: ApplicationConfig,
  directory: Directory,
): Record<string, string[]> {
  for (const role of Object.values(roles).flat())
    if (!appRoles.includes(role))
      throw new ConfigError(`The application '${displayName}' has no role '${role}': name it in appRoles.`)
  return Object.fromEntries(
    Object.entries(roles).map(([name, values]) => [
      findGroup(directory, name)?.id ?? userIdOfName(directory, name),
      values,
    ]),
  )
}

/** @param now from when on the secrets are valid, in ms */
export function applicationFrom(config: ApplicationConfig, directory: Directory, now: number): Application {
  const {
    redirectUris,
    spaRedirectUris,
    publicRedirectUris,
    secrets,
    idTokens,
    implicitAccessTokens = false,
    frontChannelLogoutUri,
    roles: _,
    assignedUserIds,
    ...fields
  } = config
  const seed = `application ${directory.id} ${config.displayName}`
  return makeApplication(
    {
      id: guidFrom(`${seed} object`),
      appId: guidFrom(seed),
      ...fields,
      ...(assignedUserIds && {
        assignedUserIds: assignedUserIds.map((name) => userIdOfName(directory, name)),
      }),
      roleAssignments: assignmentsFrom(config, directory),
      web: {
        redirectUris,
        logoutUrl: frontChannelLogoutUri,
        implicitGrantSettings: {
          enableIdTokenIssuance: idTokens,
          enableAccessTokenIssuance: implicitAccessTokens,
        },
      },
      spa: { redirectUris: spaRedirectUris },
      publicClient: { redirectUris: publicRedirectUris },
      passwordCredentials: secrets.map((secretText) =>
        makeSecret(now, { displayName: 'configured', secretText }),
      ),
    },
    now,
  )
}

/** The domains of sign-in names, each once; undefined where there are no users. */
function domainsOf(users: readonly UserConfig[]): string[] | undefined {
  const domains = new Set(users.flatMap(({ userPrincipalName: name }) => name.split('@').slice(1)))
  return domains.size > 0 ? [...domains] : undefined
}

/** One directory of a configuration. Throws ConfigError for names that refer to nothing. */
export function directoryFrom(config: DirectoryConfig, now: number): Directory {
  const { kind, displayName, users, groups, applications, domains = domainsOf(users), ...fields } = config
  const id = config.id ?? (kind === 'entra' ? guidFrom(`tenant ${displayName}`) : slug(displayName))
  const directory = makeDirectory({
    ...fields,
    kind,
    displayName,
    domains,
    id,
    revision: createHash('sha256').update(JSON.stringify(config)).digest('base64url'),
    managementToken: config.managementToken ?? guidFrom(`management ${id}`),
  })
  directory.users = users.map((user) => userFrom(user, directory))
  directory.groups = groups.map((group) => groupFrom(group, directory))
  directory.applications = applications.map((each) => applicationFrom(each, directory, now))
  return directory
}

/** @param now from when on the secrets are valid, in ms */
export const directoriesFrom = (config: Config, now: number): Directory[] =>
  config.directories.map((directory) => directoryFrom(directory, now))
