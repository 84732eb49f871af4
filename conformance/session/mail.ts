import type { Page } from '@playwright/test'
import { nearness } from '../page/label.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { textsOf } from '../targets/overrides.ts'
import type { Mail } from '../targets/target.ts'
import { NotThere } from './find.ts'
import { overridesFor } from './overrides.ts'
import type { Session } from './session.ts'

const PAUSE = 50
/** Where a tab is before anything was opened in it. */
export const BLANK = 'about:blank'

/** The words by which mails of a screen are known at a target: those of the profile, else the documented subject. */
export function subjectsAtTarget(session: Session, mail: string): string[] {
  const { heading } = session.screen(mail)
  const alike = Object.entries(session.pack.screens).filter(
    ([, screen]) => screen.kind === 'mail' && screen.heading === heading,
  )
  const own = alike.flatMap(([id]) => {
    const here = overridesFor(session, id).heading
    return here === false ? [] : (textsOf(here) ?? [])
  })
  return own.length > 0 ? own : [heading]
}

/** A mail did not arrive because the mailbox refused it: that is no fault of the target. */
export class MailRefused extends Error {
  override name = 'MailRefused'
}

/** The mails of a screen, the oldest first. */
export const mailsOf = async (session: Session, mail: string): Promise<Mail[]> =>
  ofScreen(session, mail, await session.mailbox().mails())

/** The mails of a screen to another address; none where the mailbox has no others. */
export const mailsOfTo = async (session: Session, mail: string, address: string): Promise<Mail[]> =>
  ofScreen(session, mail, (await session.mailbox().mailsTo?.(address)) ?? [])

function ofScreen(session: Session, mail: string, mails: readonly Mail[]): Mail[] {
  const subjects = subjectsAtTarget(session, mail)
  return mails.filter((one) => subjects.some((subject) => nearness(subject, one.subject)))
}

/** Address of a deployment → the milliseconds that its slowest mail took so far. */
const slowest = new Map<string, number>()

/**
 * Waits until that many mails of a screen have arrived, and answers them.
 * @param began when what sends the last of them began, in milliseconds since 1970
 * @throws NotThere when patience ends before; MailRefused when the mailbox has refused one
 */
export async function waitForMails(
  session: Session,
  mail: string,
  atLeast: number,
  began: number = Date.now(),
): Promise<Mail[]> {
  const until = Date.now() + session.patience
  const { heading } = session.screen(mail)
  for (;;) {
    const mails = await mailsOf(session, mail)
    if (mails.length >= atLeast) {
      const { url } = session.target
      slowest.set(url, Math.max(slowest.get(url) ?? 0, Date.now() - began))
      return mails
    }
    if (Date.now() > until) {
      const refused = await session.mailbox().whyRefused?.()
      if (refused) throw new MailRefused(refused)
      const known = await whatIsKnown(session, mail)
      throw new NotThere(
        `${atLeast > 1 ? 'a further mail' : 'a mail'} “${heading}” (${known})`,
        // Before the first page there is nothing to be seen.
        session.page.url() === BLANK ? 'no page yet' : await takeSnapshot(session.page),
      )
    }
    await session.page.waitForTimeout(PAUSE)
  }
}

/** What the mail is called here, and which mails there are, for the message when it does not arrive. */
async function whatIsKnown(session: Session, mail: string): Promise<string> {
  const [subject] = subjectsAtTarget(session, mail)
  const mailbox = session.mailbox()
  const all = [...new Set((await mailbox.mails()).map((one) => `“${one.subject}”`))]
  const others = all.length === 0 ? await mailbox.sentElsewhere?.() : undefined
  return [
    ...(subject === session.screen(mail).heading ? [] : [`here “${subject}”`]),
    all.length > 0 ? `the mailbox has ${all.join(', ')}` : 'the mailbox has no mail for the account',
    ...(others === undefined ? [] : [`it has ${others}`]),
  ].join('; ')
}

/**
 * Whether more mails of a screen arrive than there were. One that must not come is waited for as long as the mails of the deployment
 * were seen to take, at least as long as patience allows.
 */
export async function comesAnother(session: Session, mail: string, before: number): Promise<boolean> {
  const until = Date.now() + Math.max(session.patience, slowest.get(session.target.url) ?? 0)
  for (;;) {
    if ((await mailsOf(session, mail)).length > before) return true
    if (Date.now() > until) return false
    await session.page.waitForTimeout(PAUSE)
  }
}

/**
 * Shows a mail in the tab, as a webmail would: from a blank page, so that a click in it comes from another site.
 * @param older how many newer mails of its screen to skip
 */
export async function openMail(session: Session, mail: string, older = 0): Promise<Mail> {
  const { page } = session
  const found = (await waitForMails(session, mail, older + 1)).at(-1 - older)
  if (!found) throw new Error(`The mail “${session.screen(mail).heading}” was there and is gone.`)
  const html = await found.html()
  if (session.shownMail === html) return found
  if (page.url() !== BLANK) await page.goto(BLANK)
  // The pictures of a real mail are far away, and nobody waits for them.
  await page.setContent(html, { waitUntil: 'domcontentloaded', timeout: session.patience })
  await keepInOneTab(page)
  session.shownMail = html
  page.once('framenavigated', () => {
    session.shownMail = undefined
  })
  return found
}

/** Mails open their links in a new tab, so that the webmail stays; with one tab, people go on in it. */
const keepInOneTab = (page: Page): Promise<void> =>
  page.locator('a[target], area[target], base[target]').evaluateAll((links) => {
    for (const link of links) link.removeAttribute('target')
  })
