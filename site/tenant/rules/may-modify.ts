import type { Role } from '../roles.ts'

/**
 * ASVS 5.0 8.2.1 and 8.3.1, and the documentation: an Administrator has full rights, an Editor modifies, a Viewer reads.
 * Answers whether what the product has found may be dealt with.
 */
export function mayModify({ role }: { role: Role }): boolean {
  return role === 'Administrator' || role === 'Editor'
}
