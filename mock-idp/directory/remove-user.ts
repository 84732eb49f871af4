import type { Directory, User } from './types.ts'

/** Takes a user out of a directory, its groups, and what applications know of the user. */
export function removeUser(directory: Directory, { id }: User) {
  const others = (ids: string[]) => ids.filter((each) => each !== id)
  directory.users = directory.users.filter((each) => each.id !== id)
  for (const group of directory.groups) group.memberIds = others(group.memberIds)
  for (const application of directory.applications) {
    application.assignedUserIds = others(application.assignedUserIds)
    application.consentedUserIds = others(application.consentedUserIds)
    delete application.roleAssignments[id]
  }
}
