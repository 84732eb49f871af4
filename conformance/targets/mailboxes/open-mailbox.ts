import type { Mail } from '../target.ts'
import { asHtml } from './as-html.ts'
import { readImap } from './imap.ts'
import { readMaildev } from './maildev.ts'
import { readMailpit } from './mailpit.ts'
import type { MailboxSetting, MailReader, SentElsewhere, WhyRefused } from './settings.ts'
import { readOthers, readRefusals, readSmtpFolder } from './smtp.ts'

/** Reads the mail for an address, the oldest first. */
export type ReadMails = (email: string) => Promise<Mail[]>

/**
 * How the mailbox of a profile is read.
 * @param folder where the bundled mail server keeps what it was sent
 */
export function openMailbox(setting: MailboxSetting, folder: string | undefined): ReadMails {
  const read = readerOf(setting, folder)
  return async (email) =>
    (await read(email)).map((mail) => ({
      subject: mail.subject,
      from: mail.from,
      to: mail.to,
      envelope: async () => mail.envelope,
      header: async () => mail.header?.(),
      html: async () => asHtml(mail),
      text: async () => mail.text || undefined,
    }))
}

/** How to find out that a mail was refused where it arrives: only the bundled mail server can tell. */
export const openRefusals = (setting: MailboxSetting, folder: string | undefined): WhyRefused | undefined =>
  typeof setting === 'object' && setting.kind === 'smtp' ? readRefusals(folder) : undefined

/** What arrived for others. Only the bundled mail server says it: in a mailbox of a team it may be the mail of people. */
export const openOthers = (setting: MailboxSetting, folder: string | undefined): SentElsewhere | undefined =>
  typeof setting === 'object' && setting.kind === 'smtp' ? readOthers(folder) : undefined

function readerOf(setting: MailboxSetting, folder: string | undefined): MailReader {
  if (typeof setting === 'function') return setting
  switch (setting.kind) {
    case 'smtp':
      return readSmtpFolder(folder)
    case 'maildev':
      return readMaildev(setting)
    case 'mailpit':
      return readMailpit(setting)
    case 'imap':
      return readImap(setting)
  }
}
