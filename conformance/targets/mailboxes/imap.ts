import { ImapFlow } from 'imapflow'
import PostalMime from 'postal-mime'
import { isFor } from './recipients.ts'
import type { ImapSetting, MailReader } from './settings.ts'

/**
 * Reads the mails of an IMAP mailbox that are addressed to the account. A connection for each look: a look is rare, and a
 * connection that lies idle is one that servers close.
 */
export const readImap =
  ({
    host,
    secure = true,
    port = secure ? 993 : 143,
    user,
    password,
    folder = 'INBOX',
  }: ImapSetting): MailReader =>
  async (email) => {
    const client = new ImapFlow({
      host,
      port,
      secure,
      auth: { user, pass: password },
      logger: false,
    })
    await client.connect().catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause)
      throw new Error(`The mailbox (imap) at ${host}:${port} does not let ${user} in: ${why}`, { cause })
    })
    try {
      await client.mailboxOpen(folder, { readOnly: true })
      const local = email.slice(0, email.lastIndexOf('@'))
      // By the local part, so that addresses with a further tag are found too.
      const found = (await client.search({ to: local }, { uid: true })) || []
      if (found.length === 0) return []
      const messages = await client.fetchAll(found, { envelope: true, source: true }, { uid: true })
      const own = messages
        .toSorted((a, b) => a.uid - b.uid)
        .filter(({ envelope }) => envelope?.to?.some(({ address = '' }) => isFor(email, address)))
      return Promise.all(
        own.map(async ({ source }) => {
          const mail = await PostalMime.parse(source ?? '')
          const { subject = '', html, text, from, to = [], cc = [], headers } = mail
          const everyone = [...to, ...cc].flatMap(({ address }) => address ?? [])
          const header = headers.map(({ key, value }) => ({ name: key, value }))
          return { subject, html, text, from: from?.address, to: everyone, header: async () => header }
        }),
      )
    } finally {
      await client.logout().catch(() => client.close())
    }
  }
