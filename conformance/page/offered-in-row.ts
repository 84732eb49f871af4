import type { Locator, Page } from '@playwright/test'
import { openersOn } from './openers.ts'

/** How long a menu may take to be drawn, in milliseconds. */
const DRAWN = 2_000
/** How long a menu may take to go away. */
const GONE = 300

const named = (scope: Locator | Page, name: string): Locator =>
  scope
    .getByRole('button', { name })
    .or(scope.getByRole('link', { name }))
    .or(scope.getByRole('menuitem', { name }))
    .filter({ visible: true })

/**
 * What the row of a list offers by that name. Where its menu holds it, the menu is open then: a page may draw that in the row, or
 * anywhere else.
 */
export async function offeredInRow(row: Locator, name: string): Promise<Locator | undefined> {
  const own = named(row, name)
  if ((await own.count()) > 0) return own.first()
  const page = row.page()
  for (const opener of await openersOn(row).filter({ visible: true }).all()) {
    if (await leadsOn(opener)) continue
    // What is there already belongs to other rows.
    const isElsewhere = (await named(page, name).count()) > 0
    await opener.click({ timeout: DRAWN }).catch(() => undefined)
    const drawn = (isElsewhere ? own : named(page, name)).first()
    const isThere = await drawn.waitFor({ timeout: DRAWN }).then(
      () => true,
      () => false,
    )
    if (isThere) return drawn
    await close(opener)
  }
  return undefined
}

/** A link that has a menu leads elsewhere when it is pressed. */
const leadsOn = (opener: Locator) =>
  opener.evaluate((element) => element.matches('a[href]:not([href^="#"], [href^="javascript:"])'))

async function close(opener: Locator): Promise<void> {
  await opener.page().keyboard.press('Escape')
  await opener.page().waitForTimeout(GONE)
  const isOpen = await opener.evaluate((element) => element.matches('[open] > summary, [aria-expanded=true]'))
  if (isOpen) await opener.click({ timeout: DRAWN }).catch(() => undefined)
}
