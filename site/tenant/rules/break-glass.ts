import { subject } from './rule.ts'

const rule = subject('break-glass')

interface Administrator {
  id: string
  hasPassword: boolean
  hasSecondFactor: boolean
}

/** How a session began, and how logins work now. */
interface SessionMethod {
  /** Issuer of the provider where the person signed in; null for 1Secure Authentication. */
  by: string | null
  /** The issuer that is in force now; null for 1Secure Authentication, undefined where it is not known. */
  inForce: string | null | undefined
  /** The session in which the method is being changed. */
  isActing: boolean
  /** The session belongs to the Administrator who keeps 1Secure Authentication while SSO is in force. */
  isBreakGlass: boolean
}

export const chooseBreakGlass = rule(
  {
    says: 'A wrong SSO setting does not lock everyone out: one Administrator keeps the login by password and second factor, if possible the one who saved the setting.',
    clauses: ['Inferred'],
    tests: ['actions/sso-settings.test.ts'],
  },
  /** Answers the id of that Administrator, or undefined when no one can log in that way. */
  (administrators: Administrator[], preferred: string | null): string | undefined => {
    const able = administrators.filter(({ hasPassword, hasSecondFactor }) => hasPassword && hasSecondFactor)
    return (able.find(({ id }) => id === preferred) ?? able[0])?.id
  },
)

export const keepBreakGlass = rule(
  {
    says: 'While SSO is in force, the Administrator who keeps 1Secure Authentication for emergencies is neither changed nor removed.',
    clauses: ['Inferred'],
    tests: ['actions/users-under-sso.test.ts'],
  },
  /** Answers what is wrong with changing or removing `id`; `keeper` is that Administrator. */
  ({ keeper, id }: { keeper: string | undefined; id: string }): string | undefined =>
    keeper === id
      ? 'This Administrator keeps 1Secure Authentication for emergencies. Let another one save the authentication settings first'
      : undefined,
)

export const mayUsePassword = rule(
  {
    says: 'Where SSO is in force, a password is no way around it, except for the Administrator who keeps 1Secure Authentication for emergencies.',
    clauses: ['ASVS 5.0 6.3.4'],
    tests: ['sso/no-password.test.ts'],
  },
  ({ sso, isBreakGlass }: { sso: boolean; isBreakGlass: boolean }): boolean => !sso || isBreakGlass,
)

export const maySessionGoOn = rule(
  {
    says: 'When the method of logging in changes, sessions by another method end: a provider may have been given up because it let the wrong people in. The session that makes the change continues, and so does the login for emergencies.',
    clauses: ['ASVS 5.0 6.3.4', 'ASVS 5.0 7.6.1'],
    tests: ['sso/who-is-who.test.ts'],
  },
  ({ by, inForce, isActing, isBreakGlass }: SessionMethod): boolean =>
    isActing || by === inForce || (by === null && isBreakGlass),
)
