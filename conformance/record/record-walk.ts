import { setTimeout as pause } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { launchOptions } from '../browser.ts'
import { ensureBrowser } from '../browser-install.ts'
import { CheckError } from '../errors.ts'
import { inPage } from '../page/in-page.ts'
import type { Mailbox } from '../targets/target.ts'
import { adviceOn } from '../targets/unreachable.ts'
import type { Report, Turn } from './seen.ts'
import { Turns } from './turns.ts'
import { REPORT, watchPage } from './watch-page.ts'

/** Milliseconds that the first page may take, between two looks at the mailbox, and for the last report to arrive. */
const [PATIENCE, BETWEEN_MAILS, LAST] = [30_000, 500, 600]

export interface Walking {
  /** Where the person begins. Without it they begin at their first mail. */
  url?: string | undefined
  /** Each mail that arrives is opened in a tab. */
  mailbox?: Mailbox | undefined
  /** Hears of each turn, once the next one has begun. */
  onTurn?: (turns: readonly Turn[]) => void
  /** Ends the walk. */
  signal: AbortSignal
  /** Walks in the place of a person, in a browser without a window. */
  robot?: ((context: BrowserContext, page: Page) => Promise<void>) | undefined
}

/**
 * Lets a person walk in a browser, until they close it or the signal ends it.
 * @throws CheckError `target-unreachable`, `browser-missing`
 */
export async function recordWalk({ url, mailbox, onTurn, signal, robot }: Walking): Promise<readonly Turn[]> {
  const browser = await launch(robot !== undefined)
  const turns = new Turns()
  const subjects = new WeakMap<Page, string>()
  try {
    const context = await browser.newContext(robot ? {} : { viewport: null })
    const report = ({ page }: { page: Page }, one: Report) => {
      const mail = page.url() === 'about:blank' ? subjects.get(page) : undefined
      const before = turns.all.length
      turns.add(mail === undefined ? one : { ...one, page: { ...one.page, mail } })
      if (turns.all.length > Math.max(before, 1)) onTurn?.(turns.all.slice(0, -1))
    }
    await context.exposeBinding(REPORT, report)
    await context.addInitScript(inPage(watchPage))
    const page = await context.newPage()
    const ended = new AbortController()
    const over = AbortSignal.any([signal, ended.signal])
    browser.on('disconnected', () => ended.abort())
    const closed = () => context.pages().length === 0 && ended.abort()
    context.on('page', (one) => one.on('close', closed))
    page.on('close', closed)
    if (url !== undefined) await open(page, url)
    const mails = mailbox && showMails(mailbox, context, url === undefined ? page : undefined, subjects, over)
    await (robot ? robot(context, page) : untilAborted(over))
    // What was pressed last may still be leading on.
    await Promise.all(context.pages().map((one) => one.waitForLoadState().catch(() => undefined)))
    await pause(LAST)
    ended.abort()
    await mails
    return turns.all
  } finally {
    await browser.close()
  }
}

const firstLineOf = ({ message }: Error) => message.split('\n')[0]

/** Playwright's own message is a page of the browser's log. */
async function launch(headless: boolean): Promise<Browser> {
  const found = ensureBrowser({ headed: !headless })
  // The first Ctrl-C ends the walk, not the browser below it.
  return chromium.launch({ ...launchOptions(found), headless, handleSIGINT: false }).catch((cause: Error) => {
    const why = /missing x server|\$DISPLAY|XServer/i.test(cause.message)
      ? 'This machine has no screen: record on one that has.'
      : `${firstLineOf(cause)}. Set CHROMIUM_PATH to a Chromium that opens windows.`
    throw new CheckError('browser-missing', `The browser cannot open a window. ${why}`, { cause })
  })
}

async function open(page: Page, url: string) {
  await page.goto(url, { timeout: PATIENCE }).catch((error: Error) => {
    throw new CheckError(
      'target-unreachable',
      `${url} cannot be opened (${firstLineOf(error)}): ${adviceOn(error)}. Nothing is written.`,
    )
  })
}

const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

/** Opens each mail that arrives: the first one in the tab that is there, the others in new ones. */
async function showMails(
  mailbox: Mailbox,
  context: BrowserContext,
  first: Page | undefined,
  subjects: WeakMap<Page, string>,
  signal: AbortSignal,
) {
  let [shown, tab] = [0, first]
  while (!signal.aborted) {
    const mails = await mailbox.mails().catch(() => [])
    for (const mail of mails.slice(shown)) {
      const page = tab ?? (await context.newPage())
      tab = undefined
      subjects.set(page, mail.subject)
      await page.setContent(await mail.html(), { waitUntil: 'domcontentloaded' })
      // What is written into a page takes the place of its document, and of who listened to it.
      await page.evaluate('window.doorstepWatches = undefined')
      await page.evaluate(inPage(watchPage))
      await page.bringToFront()
    }
    shown = Math.max(shown, mails.length)
    await pause(BETWEEN_MAILS, undefined, { signal }).catch(() => undefined)
  }
}
