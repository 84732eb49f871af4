import type { Application, Directory } from './types.ts'

const mostObjects = 10_000
const mostSecrets = 100

/** A caller who may write can't fill the memory. */
export class DirectoryFull extends Error {
  readonly code = 'DIRECTORY_FULL'
}

/** Throws DirectoryFull if one more user, group or application is too many. */
export function needRoom({ displayName, users, groups, applications }: Directory) {
  if (users.length + groups.length + applications.length < mostObjects) return
  throw new DirectoryFull(
    `The directory '${displayName}' has ${mostObjects} users, groups and applications: delete some first.`,
  )
}

/** Throws DirectoryFull if one more secret is too many. */
export function needSecretRoom({ displayName, passwordCredentials }: Application) {
  if (passwordCredentials.length < mostSecrets) return
  throw new DirectoryFull(`The application '${displayName}' has ${mostSecrets} secrets: delete some first.`)
}
