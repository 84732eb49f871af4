import type { Frame, Locator, Page } from '@playwright/test'
import { inFrames } from './frames.ts'
import { openersOn, readOpeners } from './openers.ts'
import type { Snapshot } from './snapshot.ts'
import { takeSnapshot } from './take-snapshot.ts'

/** A page may have a menu in each row of a table; those of the page come first. */
const MOST = 4
/** How long a menu may take to be drawn, and to go away, in milliseconds. */
const DRAWN = 300
/** The same where the page is slow: it cannot be pressed yet, or says that the menu is open and has not drawn it. */
const DRAWN_LATE = 2_000

/**
 * Looks into the menus that a page draws only when they are opened, and closes each again.
 * @returns for each the names of what can be pressed in it, and how to open it
 */
export async function lookIntoMenus(page: Page): Promise<{ names: string[]; open(): Promise<void> }[]> {
  const unread = await inFrames(page, unreadIn)
  const menus = []
  for (const opener of unread.slice(0, MOST)) {
    const open = () => opener.click({ timeout: DRAWN_LATE }).catch(() => undefined)
    const before = new Set(await pressableNames(page))
    await open()
    menus.push({ names: await drawnBeside(page, opener, before), open })
    // Most menus close by this key; the rest by what has opened them.
    await page.keyboard.press('Escape')
    await page.waitForTimeout(DRAWN)
    if (await isExpanded(opener)) await open()
  }
  return menus
}

/** Names of what can be pressed since a menu was opened. */
async function drawnBeside(page: Page, opener: Locator, before: ReadonlySet<string>): Promise<string[]> {
  const until = Date.now() + DRAWN_LATE
  for (;;) {
    await page.waitForTimeout(DRAWN)
    const names = (await pressableNames(page)).filter((name) => !before.has(name))
    if (names.length > 0 || Date.now() > until || !(await isExpanded(opener))) return names
  }
}

const unreadIn = async (frame: Frame): Promise<Locator[]> =>
  (await readOpeners(frame)).flatMap(({ isUnread }, nth) => (isUnread ? [openersOn(frame).nth(nth)] : []))

const isExpanded = (opener: Locator) =>
  opener.getAttribute('aria-expanded', { timeout: DRAWN }).then(
    (value) => value === 'true',
    () => false,
  )

async function pressableNames(page: Page): Promise<string[]> {
  const { buttons, links } = await takeSnapshot(page)
  return [...buttons, ...links]
}

const known = new WeakMap<Page, { screen: string; names: string[]; isSettled: boolean }>()

/**
 * Names of all that can be pressed in the menus of a screen. They are opened once for it, and once more where that brought nothing: the
 * script of a slow page may not have been there yet.
 */
export async function namesInMenus(page: Page, { url, headings, buttons }: Snapshot): Promise<string[]> {
  const screen = JSON.stringify([url, headings, buttons])
  const before = known.get(page)
  const isLookedAt = before?.screen === screen
  if (isLookedAt && before.isSettled) return before.names
  const names = (await lookIntoMenus(page)).flatMap(({ names }) => names)
  known.set(page, { screen, names, isSettled: isLookedAt || names.length > 0 })
  return names
}

/** Names of all that can be pressed on a page, in its menus, too. */
export async function allPressable(page: Page): Promise<string[]> {
  const snapshot = await takeSnapshot(page)
  return [...snapshot.buttons, ...snapshot.links, ...(await namesInMenus(page, snapshot))]
}
