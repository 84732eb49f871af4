import { parse } from 'node-html-parser'
import type { Arrangement, Mail } from '../targets/target.ts'
import type { Session } from './session.ts'

const PAUSE = 100

/** How many mails of an account have been read: a code in one of them is spent. */
const read = new WeakMap<Arrangement, number>()

/**
 * A text in the newest mail that nobody has read here yet, such as a code.
 * @returns the first group of the pattern, or all that it matches
 * @throws when patience ends before such a mail arrives
 */
export async function textInMail(session: Session, pattern: RegExp): Promise<string> {
  const { arranged, patience, page } = session
  const until = Date.now() + patience
  for (;;) {
    const mails = await session.mailbox().mails()
    for (let n = mails.length - 1; n >= (read.get(arranged) ?? 0); n--) {
      const [found] = await codesIn(mails[n] as Mail, pattern)
      if (found === undefined) continue
      read.set(arranged, n + 1)
      return found
    }
    if (Date.now() > until) {
      const subjects = mails.slice(read.get(arranged) ?? 0).map(({ subject }) => `“${subject}”`)
      throw new Error(
        `No new mail has ${pattern}: ${subjects.length > 0 ? `there is ${subjects.join(', ')}` : 'none has arrived'}.`,
      )
    }
    await page.waitForTimeout(PAUSE)
  }
}

/** What a pattern finds in a mail: the first group each time, or all that it matches. */
export async function codesIn(mail: Mail, pattern: RegExp): Promise<string[]> {
  const everywhere = new RegExp(pattern, pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`)
  return [...(await textOf(mail)).matchAll(everywhere)].map((found) => found[1] ?? found[0])
}

/** What a mail says: its text, and below it its subject, which is where some products put a code. */
async function textOf(mail: Mail): Promise<string> {
  const text = (await mail.text?.()) ?? parse(await mail.html()).structuredText
  return `${text}\n${mail.subject}`
}
