/** Tells password managers which account the password beside it belongs to. */
export function Username({ email }: { email: string }) {
  return <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
}
