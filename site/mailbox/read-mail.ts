import { parse } from 'node-html-parser'
import PostalMime from 'postal-mime'

/** A link of a mail: what a person reads on it, and where it leads. */
export interface MailLink {
  label: string
  href: string
}

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

/** The parser gives up beyond these; what is legitimate stays far below. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 64 * 1024 }

/** Parses a raw message (RFC 5322, MIME). Throws if it is not a mail. */
export async function readMail(raw: Buffer, to: string[]): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw, limits)
  return {
    to,
    from: mail.from?.address ?? '',
    subject: mail.subject ?? '',
    html: mail.html ?? '',
    text: mail.text ?? '',
    links: linksOf(mail.html ?? ''),
    raw: raw.toString('utf8'),
  }
}

/** The links of a mail's HTML part in their order, each with its accessible label. */
function linksOf(html: string): MailLink[] {
  return parse(html)
    .querySelectorAll('a[href]')
    .map((link) => ({
      label: (link.getAttribute('aria-label') ?? link.text).replace(/\s+/g, ' ').trim(),
      href: link.getAttribute('href') ?? '',
    }))
}
