import { type Role, roles } from '../roles.ts'

/** The documentation (add-users): a user has one of three roles. Answers it, or undefined when it is none of them. */
export function readRole(chosen: string): Role | undefined {
  return roles.find((role) => role === chosen)
}
