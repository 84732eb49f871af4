import type { Page } from '@playwright/test'

declare global {
  interface Window {
    /** Whether an alert was filled since somebody began to listen. */
    doorstepHeard?: boolean
  }
}

/** From now on notes in the page when an alert gets words, those that it had before included. */
export async function listenToAlerts(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.doorstepHeard = false
    const observer = new MutationObserver((changes) => {
      const filled = changes.some(({ target, addedNodes }) => {
        const element = target instanceof Element ? target : target.parentElement
        const added = [...addedNodes].some(
          (node) => node instanceof Element && node.matches('[role=alert], [role=status]'),
        )
        return added || (element?.closest('[role=alert], [role=status]')?.textContent ?? '').trim() !== ''
      })
      if (filled) window.doorstepHeard = true
    })
    observer.observe(document, { subtree: true, childList: true, characterData: true })
  })
}

/** Whether that happened; `false` on a page that came later. */
export const heardAlert = (page: Page): Promise<boolean> =>
  page.evaluate(() => window.doorstepHeard === true).catch(() => false)
