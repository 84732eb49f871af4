/** A mail as it lies in the mailbox. */
export interface Mail {
  id: string
  subject: string
  from: string
  /** The whole HTML document. */
  html: string
}
