/** Activate-account.3: the second entry catches a slip of the finger. Answers what is wrong. */
export function matchPasswords(password: string, again: string): string | undefined {
  return password.normalize('NFC') === again.normalize('NFC') ? undefined : "Passwords don't match"
}
