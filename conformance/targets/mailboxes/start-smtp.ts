import { rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RefusedMail, startMailbox } from '../../../site/mailbox/start-mailbox.ts'
import { headerOf } from './header.ts'
import type { SmtpSetting } from './settings.ts'
import type { KeptMail } from './smtp.ts'

/** The largest mail that providers take is 25 MB, and Base64 makes it a third larger. */
const MAX_BYTES = 35 * 1024 * 1024

const nameOf = (n: number) => String(n).padStart(6, '0')

/**
 * Starts the bundled mail server; what arrives, and what it refuses, is kept in a folder, a file each, where other processes
 * can read it.
 * @throws PortError when the port is taken
 */
export async function startSmtp({ port, host = '127.0.0.1' }: SmtpSetting, folder: string) {
  let count = 0
  async function keep<M>(name: string, mail: M) {
    const file = join(folder, name)
    // A process that reads the folder meanwhile sees whole mails only.
    await writeFile(`${file}.part`, JSON.stringify(mail))
    await rename(`${file}.part`, file)
  }
  const server = await startMailbox({
    port,
    host,
    maxBytes: MAX_BYTES,
    onMail: async ({ from, to, subject, html, text, raw }) => {
      const name = `${nameOf(count++)}.json`
      await keep<KeptMail>(name, { from, to, subject, html, text, header: await headerOf(raw) })
    },
    onRefused: (mail) => keep<RefusedMail>(`${nameOf(count++)}.refused`, mail),
  })
  return { host, port: server.port, close: server.close }
}
