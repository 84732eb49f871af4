/** What model mode knows when it shows a screen of the product itself. */
export interface Shown {
  message?: string | undefined
  tone: 'wrong' | 'note'
  /** Address of the account. */
  email: string
  /** What was typed last into each field, by its label. */
  typed: Readonly<Record<string, string>>
  /** Rows of the screen's list: the name of each, and the other texts in it. */
  rows: readonly { name: string; says: string }[]
  /** Data URL of the QR code for the authenticator app. */
  qr?: string | undefined
  /** Base32, where the key is shown as text. */
  secret?: string | undefined
}
