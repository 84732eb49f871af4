import type { Page } from '@playwright/test'
import type { Session } from './session.ts'

/** Another tab of the person's browser. One that a page opens itself has a copy of its `sessionStorage`. */
export async function openTab(session: Session, page: Page): Promise<Page> {
  const tab = (await copyOf(session, page)) ?? (await session.context.newPage())
  session.watch.add(tab)
  return tab
}

async function copyOf({ arranged, patience }: Session, page: Page): Promise<Page | undefined> {
  if (!page.url().startsWith(new URL(arranged.dashboard).origin)) return undefined
  const opened = page.waitForEvent('popup', { timeout: patience }).catch(() => undefined)
  const isOpened = await page.evaluate(() => window.open('about:blank') !== null).catch(() => false)
  return isOpened ? opened : undefined
}
