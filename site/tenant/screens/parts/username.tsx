/** Tells password managers which account the password next to it belongs to. */
export function Username({ email }: { email: string }) {
  return <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
}
