import type { Browser, Locator, Page } from '@playwright/test'
import type { Act } from '../../../machines/model/roles.ts'
import { nearness } from '../../page/label.ts'
import { inWords } from '../../session/element.ts'
import { comesAnother, mailsOf, waitForMails } from '../../session/mail.ts'
import { overridesFor } from '../../session/overrides.ts'
import type { Session } from '../../session/session.ts'
import { linksIn } from '../../targets/mailboxes/links-in.ts'
import { elementAt, isNowhere, textsOf } from '../../targets/overrides.ts'
import type { Mail } from '../../targets/target.ts'
import type { Bench } from './bench.ts'
import { Unproven } from './outcome.ts'
import type { Person } from './person.ts'

/** Opening a link in a mail: its screen is the mail, and what is pressed is the link. */
export type Link = Pick<Act, 'screen' | 'press'>

/**
 * The address behind a link in the newest mail that has it.
 * @throws Unproven when the mail has no such link; NotThere when it does not come
 */
export async function mailedLink({ session, bench }: Person, link: Link): Promise<string> {
  const mail = (await waitForMails(session, link.screen, 1)).at(-1)
  return linkIn({ target: bench.target, browser: bench.browser, arranged: session.arranged }, mail, link)
}

/**
 * The address behind a link in a mail, by its text at the target. If the profile has a role alone, it is the first link in the mail.
 * @throws Unproven if the mail has no such link
 */
export async function linkIn(
  { target, browser, arranged }: Pick<Bench, 'target' | 'browser'> & Partial<Pick<Session, 'arranged'>>,
  mail: Mail | undefined,
  { screen, press = '' }: Link,
): Promise<string> {
  const here =
    elementAt(overridesFor({ target, ...(arranged && { arranged }) }, screen).labels?.[press]) ?? press
  const href =
    typeof here === 'function' ? await hrefBy(browser, mail, here) : hrefOf(await linksIn(mail), here)
  if (!href) throw new Unproven(`The mail has no link ${inWords(press, isNowhere(here) ? undefined : here)}.`)
  return href
}

type Found = ReturnType<typeof elementAt>

function hrefOf(links: readonly { label: string; href: string }[], here: Found): string | undefined {
  const isByRole = typeof here === 'object' && 'role' in here
  const words = isByRole ? here.name : typeof here === 'object' && 'text' in here ? here.text : here
  const isIt = (text: string) => {
    if (words instanceof RegExp) return words.test(text)
    const texts = textsOf(words)
    return texts ? texts.some((one) => nearness(one, text) !== undefined) : isByRole
  }
  return links.find(({ label }) => isIt(label))?.href
}

/** A function of the profile finds it as it would be shown to people; nothing is loaded, and no script runs. */
async function hrefBy(
  browser: Browser,
  mail: Mail | undefined,
  find: (page: Page) => Locator,
): Promise<string | undefined> {
  if (!mail) return undefined
  const context = await browser.newContext({ offline: true, javaScriptEnabled: false })
  try {
    const page = await context.newPage()
    await page.setContent(await mail.html(), { waitUntil: 'domcontentloaded' })
    const links = await find(page).all()
    return (await links[0]?.getAttribute('href')) ?? undefined
  } finally {
    await context.close()
  }
}

/** How many mails with that link there are. */
export const countMails = async ({ session }: Person, { screen }: Link) =>
  (await mailsOf(session, screen)).length

/**
 * Whether a mail comes that must not: waits as long as the mails of this deployment take, at least as long as patience allows.
 */
export const anotherComes = ({ session }: Person, { screen }: Link, before: number): Promise<boolean> =>
  comesAnother(session, screen, before)

/** Waits for one mail more than there were. */
export async function nextMail(
  { session }: Person,
  { screen }: Link,
  before: number,
): Promise<Mail | undefined> {
  return (await waitForMails(session, screen, before + 1)).at(-1)
}
