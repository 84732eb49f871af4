import type { Role } from '../roles.ts'

/**
 * ASVS 5.0 8.2.1 and 8.3.1: each function has its rights, and the server holds them. The documentation: only Administrators
 * reach My organization. Whoever adds Administrators is one; so adding users and reading the audit log are theirs too.
 */
export function mayAdminister({ role }: { role: Role }): boolean {
  return role === 'Administrator'
}
