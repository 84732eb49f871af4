import { expect, type Page } from '@playwright/test'
import { doIt, here } from './on-page.ts'

/** What the frame shows. */
export const product = (page: Page) => page.frameLocator('iframe[title="The tenant"]')

/** The mail that is open; until the page listens to its links, nothing in it can be pressed. */
export const mail = (page: Page) =>
  page.locator('iframe[title="Welcome to Netwrix 1Secure"]:not([inert])').first().contentFrame()

/** Opens a flow at the live tenant; until the frame is there, the page still shows the model. */
export async function goLive(page: Page, flow: string) {
  await page.goto(`/flows/${flow}/#mode=live`)
  await expect(page.locator('iframe[title="The tenant"]')).toBeAttached({ timeout: 20_000 })
}

/** Performs everything that leads on, until the flow is at `state`. */
export async function doUntil(page: Page, state: string) {
  await expect(async () => {
    const before = (await here(page).getAttribute('data-state')) ?? ''
    if (before === state) return
    await doIt(page).click({ timeout: 10_000 })
    await expect(here(page)).not.toHaveAttribute('data-state', before, { timeout: 10_000 })
    await expect(here(page)).toHaveAttribute('data-state', state, { timeout: 200 })
  }).toPass()
}
