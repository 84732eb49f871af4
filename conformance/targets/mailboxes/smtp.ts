import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isFor } from './recipients.ts'
import type { MailReader } from './settings.ts'

const kept = z.object({
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
})

/** A mail as the bundled mail server keeps it. */
export type KeptMail = z.infer<typeof kept>

/** Reads what the bundled mail server has kept. */
export const readSmtpFolder =
  (folder: string | undefined): MailReader =>
  async (email) => {
    if (!folder) throw new Error('The bundled mail server was not started.')
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
    const mails = await Promise.all(
      files.map(async (name) => kept.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
    )
    return mails.filter(({ to }) => to.some((address) => isFor(email, address)))
  }
