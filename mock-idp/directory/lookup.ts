import type { Application, Directory, Group, Platform, User } from './types.ts'
import { platforms } from './types.ts'

/** A user by sign-in name or e-mail address, without regard to case. */
export function findUser(directory: Directory, name: string): User | undefined {
  const wanted = name.trim().toLowerCase()
  return directory.users.find(
    (user) => user.userPrincipalName.toLowerCase() === wanted || user.mail?.toLowerCase() === wanted,
  )
}

export const findUserById = (directory: Directory, id: string): User | undefined =>
  directory.users.find((user) => user.id === id)

/** Whether somebody has a sign-in name, other than one user. */
export const isNameTaken = (directory: Directory, name: string, self?: User): boolean =>
  directory.users.some((user) => user !== self && user.userPrincipalName.toLowerCase() === name.toLowerCase())

/** A user by object id, sign-in name or e-mail address. */
export const findUserNamed = (directory: Directory, name: string): User | undefined =>
  findUserById(directory, name) ?? findUser(directory, name)

/** An application by its client id or object id. */
export const findApplicationNamed = (directory: Directory, id: string): Application | undefined =>
  directory.applications.find((each) => each.appId === id || each.id === id)

export const groupsOf = (directory: Directory, user: User): Group[] =>
  directory.groups.filter(({ memberIds }) => memberIds.includes(user.id))

/** The roles of a user in an application, through groups too. */
export const rolesOf = (application: Application, directory: Directory, user: User): string[] => [
  ...new Set(
    [user.id, ...groupsOf(directory, user).map(({ id }) => id)].flatMap(
      (id) => application.roleAssignments[id] ?? [],
    ),
  ),
]

/** All redirect URIs of an application with the platform each belongs to. */
export const redirectUrisOf = (application: Application): { uri: string; platform: Platform }[] =>
  platforms.flatMap((platform) => application[platform].redirectUris.map((uri) => ({ uri, platform })))

/** Whether sign-ins from other tenants are admitted. */
export const isMultiTenant = ({ signInAudience }: Application): boolean =>
  signInAudience === 'AzureADMultipleOrgs' || signInAudience === 'AzureADandPersonalMicrosoftAccount'
