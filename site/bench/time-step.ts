import type { Page } from '@playwright/test'

/** A step that was done for the reader. */
export interface Step {
  /** What was done, as the page says it. */
  label: string
  /** From the press of the button until the page says where the walk is now, in ms. */
  time: number
}

/** How long a step may take until it is given up, in ms. */
const PATIENCE = 30_000

/**
 * Presses “Do it for me” at a live walk, and times it in the page itself: a question from outside would take time of its own.
 * @returns `undefined` where nothing can be done
 */
export async function timeStep(page: Page): Promise<Step | undefined> {
  const doIt = page.locator('.do-it[aria-disabled="false"]')
  if (
    !(await doIt.waitFor({ timeout: 3_000 }).then(
      () => true,
      () => false,
    ))
  )
    return undefined
  return doIt.evaluate(
    (button: HTMLButtonElement, patience) =>
      new Promise<Step>((resolve, reject) => {
        const place = document.querySelector('.transport output')
        const before = place?.textContent
        const label = button.querySelector('.do-it-what')?.textContent ?? ''
        const start = performance.now()
        const given = setTimeout(() => reject(new Error(`“${label}” took too long.`)), patience)
        const watching = new MutationObserver(() => {
          if (place?.textContent === before) return
          watching.disconnect()
          clearTimeout(given)
          resolve({ label, time: performance.now() - start })
        })
        watching.observe(document.body, { characterData: true, childList: true, subtree: true })
        button.click()
      }),
    PATIENCE,
  )
}
