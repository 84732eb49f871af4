/**
 * Whether a mail to this recipient lies in the mailbox of an account: it is its address, or one that begins with
 * the same name: `ada+second@example.com` (RFC 5233) or `ada-second@example.com` for `ada@example.com`.
 */
export function isFor(email: string, recipient: string): boolean {
  const [wanted, actual] = [email.toLowerCase(), recipient.toLowerCase()]
  if (wanted === actual) return true
  const at = wanted.lastIndexOf('@')
  const rest = actual.slice(at, -wanted.slice(at).length)
  return actual.startsWith(wanted.slice(0, at)) && actual.endsWith(wanted.slice(at)) && /^[+-]/.test(rest)
}
