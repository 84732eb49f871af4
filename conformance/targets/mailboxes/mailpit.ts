import { z } from 'zod'
import { getJson } from './get.ts'
import { headerFrom } from './header.ts'
import { isFor } from './recipients.ts'
import type { HttpSetting, MailReader } from './settings.ts'

const person = z.object({ Address: z.string() })
const people = z.array(person).nullish()
const list = z.object({
  messages: z.array(
    z.object({
      ID: z.string(),
      Subject: z.string(),
      From: person.nullish(),
      To: people,
      Cc: people,
      Bcc: people,
    }),
  ),
})
const header = z.record(z.string(), z.array(z.string()))
const message = z.object({ HTML: z.string(), Text: z.string() })

/** The most that is asked for: enough for a check, and Mailpit's own default is 50. */
const MOST = 1000

/** Mailpit's API, version 1. It lists the newest mail first. */
export const readMailpit =
  (setting: HttpSetting): MailReader =>
  async (email) => {
    const { messages } = list.parse(await getJson(setting, `api/v1/messages?limit=${MOST}`))
    const own = messages.filter(({ To, Cc, Bcc }) =>
      [To, Cc, Bcc].some((people) => people?.some(({ Address }) => isFor(email, Address))),
    )
    return Promise.all(
      own.toReversed().map(async ({ ID, Subject, From, To, Cc, Bcc }) => {
        const { HTML, Text } = message.parse(await getJson(setting, `api/v1/message/${ID}`))
        const to = [To, Cc, Bcc].flatMap((people) => people ?? []).map(({ Address }) => Address)
        const readHeader = async () => {
          const fields = await getJson(setting, `api/v1/message/${ID}/headers`)
          return fields === undefined ? undefined : headerFrom(header.parse(fields))
        }
        return {
          subject: Subject,
          html: HTML,
          text: Text,
          from: From?.Address,
          to,
          // What the server was given and the header does not name, is listed as Bcc.
          envelope: to,
          header: readHeader,
        }
      }),
    )
  }
