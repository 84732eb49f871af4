import type { Frame, Locator, Page } from '@playwright/test'
import { inFrames } from './frames.ts'
import { openersOn, readOpeners } from './openers.ts'
import type { Snapshot } from './snapshot.ts'
import { takeSnapshot } from './take-snapshot.ts'

/** A page may have a menu in each row of a table; those of the page come first. */
const MOST = 4
/** How long a menu may take to be drawn, and to go away, in milliseconds. */
const DRAWN = 300

/**
 * Looks into the menus that a page draws only when they are opened, and closes each again.
 * @returns for each the names of what can be pressed in it, and how to open it
 */
export async function lookIntoMenus(page: Page): Promise<{ names: string[]; open(): Promise<void> }[]> {
  const unread = await inFrames(page, unreadIn)
  const menus = []
  for (const opener of unread.slice(0, MOST)) {
    const open = () => opener.click({ timeout: DRAWN }).catch(() => undefined)
    const before = new Set(await pressableNames(page))
    await open()
    await page.waitForTimeout(DRAWN)
    menus.push({ names: (await pressableNames(page)).filter((name) => !before.has(name)), open })
    // Most menus close by this key; the rest by what has opened them.
    await page.keyboard.press('Escape')
    await page.waitForTimeout(DRAWN)
    if (await isExpanded(opener)) await open()
  }
  return menus
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

const known = new WeakMap<Page, { screen: string; names: string[] }>()

/** Names of all that can be pressed in the menus of a screen, which are opened once for it. */
export async function namesInMenus(page: Page, { url, headings, buttons }: Snapshot): Promise<string[]> {
  const screen = JSON.stringify([url, headings, buttons])
  const before = known.get(page)
  if (before?.screen === screen) return before.names
  const names = (await lookIntoMenus(page)).flatMap(({ names }) => names)
  known.set(page, { screen, names })
  return names
}

/** Names of all that can be pressed on a page, in its menus, too. */
export async function allPressable(page: Page): Promise<string[]> {
  const snapshot = await takeSnapshot(page)
  return [...snapshot.buttons, ...snapshot.links, ...(await namesInMenus(page, snapshot))]
}
