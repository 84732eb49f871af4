/** A mail as it lies in the mailbox. */
export interface Mail {
  id: string
  subject: string
  from: string
  /** The address that it was sent to, where that is known. */
  to?: string
  /** The whole HTML document. */
  html: string
}
