import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isFor } from './recipients.ts'
import type { MailReader, SentElsewhere, WhyRefused } from './settings.ts'

const kept = z.object({
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  header: z.array(z.object({ name: z.string(), value: z.string() })),
})

const refused = z.object({ from: z.string(), to: z.array(z.string()), why: z.string() })

/** A mail as the bundled mail server keeps it. */
export type KeptMail = z.infer<typeof kept>

async function readAll<T extends z.ZodType>(folder: string | undefined, ending: string, schema: T) {
  if (!folder) throw new Error('The bundled mail server was not started.')
  const files = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort()
  return Promise.all(
    files.map(async (name) => schema.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
  )
}

const isTo = (email: string) => (address: string) => isFor(email, address)

/** Reads what the bundled mail server has kept. */
export const readSmtpFolder =
  (folder: string | undefined): MailReader =>
  async (email) =>
    (await readAll(folder, '.json', kept))
      .filter(({ to }) => to.some(isTo(email)))
      .map(({ header, ...mail }) => ({ ...mail, envelope: mail.to, header: async () => header }))

/** Why the bundled mail server refused a mail, if it refused one. */
export const readRefusals =
  (folder: string | undefined): WhyRefused =>
  async (email) => {
    const mail = (await readAll(folder, '.refused', refused)).findLast(({ to }) => to.some(isTo(email)))
    return (
      mail &&
      `Doorstep’s mail server refused the mail from ${mail.from} to ${mail.to.join(', ')}: ${mail.why}.`
    )
  }

/** The most mails to others that a message names. */
const NAMED = 3

/** What arrived for other addresses than the one that is waited for: the bundled mail server has the mail of the deployment alone. */
export const readOthers =
  (folder: string | undefined): SentElsewhere =>
  async (email) => {
    const others = (await readAll(folder, '.json', kept)).filter(({ to }) => !to.some(isTo(email)))
    if (others.length === 0) return undefined
    const last = others.slice(-NAMED).map(({ subject, to }) => `“${subject}” to ${to.join(', ')}`)
    return `${last.join('; ')}${others.length > NAMED ? `; and ${others.length - NAMED} more before` : ''}`
  }
