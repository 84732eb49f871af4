/** What the audit log tells of. Nothing secret is in it, and nothing is ever changed or taken out of it. */
export type AuditDeed =
  | 'logged-in'
  | 'log-in-failed'
  | 'logged-out'
  | 'account-activated'
  | 'password-changed'
  | 'access-refused'
  | 'user-added'
  | 'invitation-sent'
  | 'role-changed'
  | 'access-changed'
  | 'user-removed'
  | 'settings-changed'
