import { z } from 'zod'
import { get, getJson } from './get.ts'
import { headerOf } from './header.ts'
import { isFor } from './recipients.ts'
import type { HttpSetting, MailReader } from './settings.ts'

const list = z.array(
  z.object({
    subject: z.string().default(''),
    html: z.string().nullish(),
    text: z.string().nullish(),
    from: z.array(z.object({ address: z.string() })).nullish(),
    id: z.string(),
    envelope: z.object({ to: z.array(z.object({ address: z.string() })) }),
  }),
)

/** Where its interface is: from 3.0 on, and before. */
const BASES = ['api/email', 'email']

/** maildev's own interface; the oldest mail comes first. */
export const readMaildev =
  (setting: HttpSetting): MailReader =>
  async (email) => {
    const [base, mails] = await listOf(setting)
    return mails
      .filter(({ envelope }) => envelope.to.some(({ address }) => isFor(email, address)))
      .map(({ id, subject, html, text, from, envelope }) => {
        const to = envelope.to.map(({ address }) => address)
        return {
          subject,
          html: html ?? undefined,
          text: text ?? undefined,
          from: from?.[0]?.address,
          to,
          envelope: to,
          // Its list leaves out what it has read itself: date, and where replies go.
          async header() {
            const source = await get(setting, `${base}/${id}/source`)
            return source && headerOf(await source.text())
          },
        }
      })
  }

async function listOf(setting: HttpSetting): Promise<[string, z.infer<typeof list>]> {
  for (const base of BASES) {
    const mails = await getJson(setting, base)
    if (mails !== undefined) return [base, list.parse(mails)]
  }
  throw new Error(`The mailbox (maildev) at ${setting.url} lists no mails: is it a maildev?`)
}
