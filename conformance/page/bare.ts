import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from '@playwright/test'
import { inPage } from './in-page.ts'

/** How long a script may take to draw anything at all, in milliseconds. */
const DRAWN = 3_000
/** How often one looks whether it has. */
const LOOKED_AFTER = 50

/** How long a page that hangs may take to say what it shows, in milliseconds. */
const LOOK = 500

/** What is part of a page that nobody sees anything of: landmarks without content, pictures without a name, a spinner. */
const HOLLOW =
  /^(?:\s*- (?:alert|banner|contentinfo|document|generic|img|list|main|navigation|progressbar|region|status)(?: \[[^\]]*\])*:?)*\s*$/

/** Ends at the first word that is shown. What is in the elements that a page has made, this does not see. */
function hasNoText(): boolean {
  if (document.scripts.length === 0) return false
  const texts = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { parentElement: around, data } = texts.currentNode as Text
    // What a page says to a browser without scripts passes for visible here.
    if (data.trim() === '' || !around || around.localName === 'noscript') continue
    if (around.checkVisibility({ visibilityProperty: true })) return false
  }
  return true
}

/** Addresses of pages that showed nothing for as long as one waited: they may be meant so. */
const staysBare = new Set<string>()

/**
 * Waits while a page has scripts and shows nothing to read or to use: one that is drawn by its scripts looks so until they have run.
 * A page that is meant to be empty is waited for once.
 * @param quiet waits until nothing is under way
 */
export async function untilDrawn(page: Page, until: number, quiet: () => Promise<void>): Promise<void> {
  if (Date.now() >= until) return
  const enough = Math.min(until, Date.now() + DRAWN)
  while (await isBare(page)) {
    const [address = ''] = page.url().split('?')
    if (staysBare.has(address)) return
    if (Date.now() >= enough) {
      staysBare.add(address)
      return
    }
    await pause(LOOKED_AFTER)
    await quiet()
  }
}

async function isBare(page: Page): Promise<boolean> {
  if (page.frames().length > 1 || !(await soon(page.evaluate<boolean>(inPage(hasNoText)), false)))
    return false
  const tree = await page
    .locator('body')
    .ariaSnapshot({ timeout: LOOK })
    .catch(() => undefined)
  return tree !== undefined && HOLLOW.test(tree)
}

/** The answer of a page; another one where it hangs, or is just being left. */
async function soon<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, LOOK, otherwise)
  })
  return Promise.race([answer.catch(() => otherwise), hung]).finally(() => clearTimeout(timer))
}
