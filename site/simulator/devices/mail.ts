/** A mail as it lies in the mailbox. */
export interface Mail {
  id: string
  subject: string
  from: string
  /** The address that it was sent to, where that is known. */
  to?: string
  /** The whole HTML document. */
  html: string
  /** What is random in its links, where it is an example of its kind (own-links.ts). */
  random?: readonly string[]
}
