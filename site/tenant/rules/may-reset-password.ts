/**
 * ASVS 5.0 6.3.4: a reset is no way around the activation: only a password that exists can be reset. To everyone else the
 * page says the same, and no mail is sent (ASVS 5.0 6.3.8).
 */
export function mayResetPassword(account: { password_hash: string | null }): boolean {
  return account.password_hash !== null
}
