/**
 * ASVS 5.0 6.3.4: where SSO is in force, a password is no way around it, but for the one Administrator who keeps 1Secure
 * Authentication for emergencies.
 */
export function mayUsePassword({ sso, isBreakGlass }: { sso: boolean; isBreakGlass: boolean }): boolean {
  return !sso || isBreakGlass
}
