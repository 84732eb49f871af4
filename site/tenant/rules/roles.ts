import { type Role, roles } from '../roles.ts'
import { subject } from './rule.ts'

const rule = subject('roles')

interface User {
  id: string
  role: Role
  verified_at: number | null
  access_ends_at: number | null
}

export const readRole = rule(
  {
    says: 'A user has one of three roles: Administrator, Editor or Viewer.',
    clauses: ['Documentation add-users'],
    tests: ['actions/add-users.test.ts'],
  },
  (chosen: string): Role | undefined => roles.find((role) => role === chosen),
)

export const mayAdminister = rule(
  {
    says: 'Only Administrators open My organization, add users and read the audit log. The server checks it at each request. Someone who can add Administrators can become one, so adding users is theirs alone.',
    clauses: ['ASVS 5.0 8.2.1', 'ASVS 5.0 8.3.1', 'Documentation add-users'],
    tests: ['actions/configuration.test.ts'],
  },
  ({ role }: { role: Role }): boolean => role === 'Administrator',
)

export const mayModify = rule(
  {
    says: 'An Administrator has full rights, an Editor can modify, and a Viewer can read.',
    clauses: ['ASVS 5.0 8.2.1', 'ASVS 5.0 8.3.1', 'Documentation add-users'],
    tests: ['actions/alerts.test.ts'],
  },
  ({ role }: { role: Role }): boolean => role === 'Administrator' || role === 'Editor',
)

export const keepAnAdministrator = rule(
  {
    says: 'There is always an activated Administrator whose access has no end. Otherwise no one could open My organization.',
    clauses: ['Inferred'],
    tests: ['actions/change-user.test.ts'],
  },
  /** Answers what is wrong when no such Administrator is left without `id`. */
  (users: User[], id: string): string | undefined => {
    const lasting = users.some(
      (user) =>
        user.id !== id &&
        user.role === 'Administrator' &&
        user.verified_at !== null &&
        user.access_ends_at === null,
    )
    return lasting ? undefined : 'This is the last Administrator. Make someone else one first'
  },
)
