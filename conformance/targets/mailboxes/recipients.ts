/**
 * Whether a mail to this recipient lies in the mailbox of an account: it is its address, or one with a further tag
 * (RFC 5233: `ada+second@example.com` for `ada@example.com`).
 */
export function isFor(email: string, recipient: string): boolean {
  const [wanted, actual] = [email.toLowerCase(), recipient.toLowerCase()]
  if (wanted === actual) return true
  const at = wanted.lastIndexOf('@')
  return actual.startsWith(`${wanted.slice(0, at)}+`) && actual.endsWith(wanted.slice(at))
}
