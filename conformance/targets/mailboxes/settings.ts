import type { HeaderField } from './header.ts'

/** Where a deployment's mail arrives, and how it is read. */
export type MailboxSetting = SmtpSetting | HttpSetting | ImapSetting | MailReader

/** The bundled mail server, started for the check: the deployment must send there. */
export interface SmtpSetting {
  kind: 'smtp'
  /** 0 takes any free one; `start` receives the port. */
  port: number
  /** Default: 127.0.0.1. */
  host?: string | undefined
}

/** A mail catcher that runs already. */
export interface HttpSetting {
  kind: 'maildev' | 'mailpit'
  /** Of its web interface. */
  url: string
  user?: string | undefined
  password?: string | undefined
}

/** Any mailbox that speaks IMAP (RFC 9051, RFC 3501). */
export interface ImapSetting {
  kind: 'imap'
  host: string
  /** Default: 993 with TLS, 143 without. */
  port?: number | undefined
  /** TLS from the beginning. Default: true. */
  secure?: boolean | undefined
  user: string
  password: string
  /** Default: INBOX. */
  folder?: string | undefined
}

/** Reads the mail for an address, the oldest first. */
export type MailReader = (email: string) => Promise<ReadMail[]>

/** Why a mail to an address was refused where mail arrives; undefined where none was. */
export type WhyRefused = (email: string) => Promise<string | undefined>

/** The mails to other addresses, in words; undefined where there are none. */
export type SentElsewhere = (email: string) => Promise<string | undefined>

/** A mail that was read: its HTML part, or its text. */
export interface ReadMail {
  subject: string
  html?: string | undefined
  text?: string | undefined
  /** Address of the sender. */
  from?: string | undefined
  /** Addresses of everyone it went to, copies included. */
  to?: readonly string[] | undefined
  /** Every address that the server was given for it, blind copies included. */
  envelope?: readonly string[] | undefined
  /** The fields of its header, in their order; asked for only where a check reads them. */
  header?(): Promise<readonly HeaderField[] | undefined>
}
