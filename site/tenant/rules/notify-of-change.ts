/** What may happen to the ways in which an account is logged in to. */
export type AccountChange =
  | 'password-reset'
  | 'password-changed'
  | 'authenticator-app-added'
  | 'security-key-added'
  | 'authenticator-app-removed'
  | 'security-key-removed'

/**
 * NIST SP 800-63B-4 sections 4.1.2.1 and 4.6, ASVS 5.0 6.3.7: the holder hears of each change by a way of its own, the
 * mailbox, so that a change by somebody else doesn't go unseen. Answers whether a notice is due.
 */
export function notifyOfChange(_change: AccountChange): boolean {
  return true
}
