import type { Role } from '../roles.ts'

interface User {
  id: string
  role: Role
  verified_at: number | null
  access_ends_at: number | null
}

/**
 * Somebody must be able to open My organization. Answers what is wrong when nobody but `id` is an Administrator who has
 * activated the account and whose access has no end.
 */
export function keepAnAdministrator(users: User[], id: string): string | undefined {
  const lasting = users.some(
    (user) =>
      user.id !== id &&
      user.role === 'Administrator' &&
      user.verified_at !== null &&
      user.access_ends_at === null,
  )
  return lasting ? undefined : 'This is the last Administrator. Make somebody else one first'
}
