import nodemailer from 'nodemailer'

interface OutgoingMail {
  to: string
  subject: string
  html: string
  text: string
  /** ms since 1970 */
  date: number
}

export interface Outbox {
  /** Resolves when the mail server has taken the mail. */
  send(mail: OutgoingMail): Promise<void>
  close(): void
}

/** The mail server did not take a mail. */
export class OutboxError extends Error {
  override name = 'OutboxError'
  readonly code = 'mail-not-sent'
}

/** As documented (activate-account.1): where the product's mails come from. */
const FROM = 'Netwrix 1Secure <noreply-account@netwrix.com>'

/** Sends the product's mails through an SMTP server. */
export function openOutbox(smtp: { host: string; port: number }): Outbox {
  const transport = nodemailer.createTransport({
    ...smtp,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 5,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
  })
  return {
    async send({ date, ...mail }) {
      try {
        await transport.sendMail({ from: FROM, date: new Date(date), ...mail })
      } catch (cause) {
        throw new OutboxError(
          `The mail server at ${smtp.host}:${smtp.port} didn't take the mail. Is it running there?`,
          { cause },
        )
      }
    },
    close: () => transport.close(),
  }
}
