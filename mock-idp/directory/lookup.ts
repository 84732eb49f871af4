import type { Application, Directory, Platform, User } from './types.ts'
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

/** All redirect URIs of an application with the platform each belongs to. */
export const redirectUrisOf = (application: Application): { uri: string; platform: Platform }[] =>
  platforms.flatMap((platform) => application[platform].redirectUris.map((uri) => ({ uri, platform })))

/** Whether sign-ins from other tenants are admitted. */
export const isMultiTenant = ({ signInAudience }: Application): boolean =>
  signInAudience === 'AzureADMultipleOrgs' || signInAudience === 'AzureADandPersonalMicrosoftAccount'
