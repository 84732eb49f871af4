import { expect, type Page } from '@playwright/test'
import { count, doIt } from './on-page.ts'

export const isLive = (page: Page) => page.getByRole('radio', { name: 'Live' })
/** The history of the whole tab, frames included: Playwright's own waits for a page that comes in the page itself. */
export const go = (page: Page, by: number) => page.evaluate((by) => history.go(by), by)

/** Switches to live mode where the reader is in model mode, and waits until something can be done. */
export async function switchToLive(page: Page, flow: string) {
  await page.goto('/flows/')
  await page.goto(`/flows/${flow}/`)
  await page.locator('.switch label', { hasText: 'Live' }).click()
  await expect(isLive(page)).toBeChecked()
  await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
}

/** Does the next things for the reader, each when the one before has led to its moment. */
export async function walk(page: Page, moments: number, from = 0) {
  for (let n = from + 1; n <= from + moments; n += 1) {
    await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
    await doIt(page).click()
    await expect(count(page)).toHaveText(`${n} of ${n}`)
  }
  await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
}
