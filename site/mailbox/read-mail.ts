import PostalMime from 'postal-mime'
import { linksOf, type MailLink } from './links-of.ts'

/** A mail as it arrived, and what a mail program makes of it. */
export interface ReceivedMail {
  /** Recipients of the envelope: the addresses it really went to. */
  to: string[]
  from: string
  subject: string
  html: string
  text: string
  links: MailLink[]
  /** The message as it travelled, headers included. */
  raw: string
}

/** What a mail says, without its envelope. */
export type MailContent = Omit<ReceivedMail, 'to'>

/** The parser gives up beyond these; what is legitimate stays far below. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 64 * 1024 }

/**
 * Parses a raw message (RFC 5322, MIME). Some messages take a parser very long, so servers do it in a thread of its own: see
 * `MailReader`.
 * @throws when it is not a mail
 */
export async function readMail(raw: Uint8Array): Promise<MailContent> {
  const mail = await PostalMime.parse(raw, limits)
  return {
    from: mail.from?.address ?? '',
    subject: mail.subject ?? '',
    html: mail.html ?? '',
    text: mail.text ?? '',
    links: linksOf(mail.html ?? ''),
    raw: Buffer.from(raw).toString('utf8'),
  }
}
