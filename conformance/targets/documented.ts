/** Parameters that a deployment documents. Times are in seconds. */
export interface Documented {
  /** The sender of mails; default: what the pack documents. */
  mailFrom?: string
  /** Kinds of characters that a password must have. */
  passwordKinds?: readonly ('upper' | 'lower' | 'digit' | 'symbol')[]
  /** How many of the four kinds a password must have, where it may lack some. */
  passwordKindCount?: 2 | 3 | 4
  /** Least characters of a password. */
  passwordLength?: number
  /** How often one character may follow itself: 2 allows `aa`, and refuses `aaa`. */
  passwordRepeats?: number
  /** Words that no password may hold: the company, the product. */
  forbiddenWords?: string[]
  /** How many wrong passwords in a row block an account. */
  attempts?: number
  /** How many wrong one-time codes in a row do; as many as passwords where a profile does not say it. */
  codeAttempts?: number
  /** How long an account stays blocked. */
  blockedFor?: number
  /** How many mails with a link to a new password an account is sent in an hour, however often they are asked for. */
  mailsPerHour?: number
  activationLinkLife?: number
  resetLinkLife?: number
  /** Only the newest link of a kind works. */
  newestLinkOnly?: boolean
  /** How many time steps before and after its own a one-time code is taken. */
  codeDrift?: number
  /** How long a login, or an earlier proof, counts as a fresh proof of who it is. Left out: not at all. */
  proofFor?: number
  /** How long a proof counts for further changes, where a login counts as none. */
  proofKept?: number
  /** How long a remembered device replaces the second factor. */
  deviceRemembered?: number
  /** Whether a security key must have verified its holder, by a PIN or a finger. */
  userVerification?: 'required' | 'not-required'
  /** What happens to a key whose signature counter goes back. */
  signCount?: 'refused' | 'taken'
  /** Labels of buttons and links that someone who may not add users does not see. */
  absentForViewer?: string[]
  /** What separates several addresses that are added at once; a comma where the documentation does not say it. */
  addressSeparator?: string
  /** The deployment asks no address inside its own network, but for those of a list that who runs it has made. */
  privateAddresses?: 'refused'
  /** Every Administrator that is arranged has an organization of their own, whose users no other one sees. */
  organizations?: 'separate'
  /** Whether what the provider's userinfo endpoint says is used. */
  userinfo?: true
  /** Whether the first login by SSO finds the account by an address that the provider has verified. */
  verifiedAddress?: true
  /** Whether one Entra tenant alone is trusted. */
  entraTenant?: true
  /** A session without requests ends after this time. */
  idleTimeout?: number
  /** Any session ends after this time. */
  sessionLife?: number
}
