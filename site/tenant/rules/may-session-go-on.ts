interface Way {
  /** Issuer of the provider that let the person in; null for 1Secure Authentication. */
  by: string | null
  /** The issuer that is in force now; null for 1Secure Authentication, undefined where it isn't known. */
  inForce: string | null | undefined
  /** The session in which the way is being changed. */
  isActing: boolean
  /** The Administrator who keeps 1Secure Authentication while SSO is in force. */
  isBreakGlass: boolean
}

/**
 * ASVS 5.0 6.3.4 and 7.6.1: when the way of logging in is changed, nobody goes on by one that isn't in force any more: a
 * provider that was left may have been left because it let the wrong people in. Whoever changes it may finish, and the way
 * in for emergencies stays.
 */
export function maySessionGoOn({ by, inForce, isActing, isBreakGlass }: Way): boolean {
  return isActing || by === inForce || (by === null && isBreakGlass)
}
