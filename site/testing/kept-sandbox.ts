import type { Page } from '@playwright/test'
import type { Kept } from '../simulator/live/kept.ts'

/** What the tab keeps of its sandbox. */
export const keptSandbox = (page: Page): Promise<Kept> =>
  page.evaluate(() => {
    const name = Object.keys(sessionStorage).find((name) => name.startsWith('kept:sandbox:'))
    return JSON.parse(sessionStorage.getItem(name ?? '') ?? '{}') as Kept
  })
