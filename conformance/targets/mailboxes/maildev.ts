import { z } from 'zod'
import { getJson } from './get-json.ts'
import { isFor } from './recipients.ts'
import type { HttpSetting, MailReader } from './settings.ts'

const list = z.array(
  z.object({
    subject: z.string().default(''),
    html: z.string().nullish(),
    text: z.string().nullish(),
    from: z.array(z.object({ address: z.string() })).nullish(),
    envelope: z.object({ to: z.array(z.object({ address: z.string() })) }),
  }),
)

/** maildev's own interface: `/api/email` from 3.0 on, `/email` before; the oldest mail comes first. */
export const readMaildev =
  (setting: HttpSetting): MailReader =>
  async (email) => {
    const mails = list.parse((await getJson(setting, 'api/email')) ?? (await getJson(setting, 'email')))
    return mails
      .filter(({ envelope }) => envelope.to.some(({ address }) => isFor(email, address)))
      .map(({ subject, html, text, from, envelope }) => ({
        subject,
        html: html ?? undefined,
        text: text ?? undefined,
        from: from?.[0]?.address,
        to: envelope.to.map(({ address }) => address),
      }))
  }
