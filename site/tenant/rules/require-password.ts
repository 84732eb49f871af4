/** Activate-account.2: without an entry there is no password. Answers what is wrong. */
export function requirePassword(password: string): string | undefined {
  return password === '' ? 'Enter a new password' : undefined
}
