import type { Locator, Page } from '@playwright/test'

/** What opens a part of the page, by its whole text: the accessibility tree knows it by no role of its own. */
export const openerOf = (page: Page, name: string): Locator =>
  page.locator('details > summary').filter({ hasText: exactly(name) })

const exactly = (name: string) =>
  new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')}\\s*$`)

/** Opens the part of the page that hides a button or a link, as people do to get at it. Answers whether there was one. */
export async function unfold(page: Page, name: string): Promise<boolean> {
  const hidden = { name, exact: true, includeHidden: true }
  const within = page.getByRole('button', hidden).or(page.getByRole('link', hidden))
  const closed = page.locator('details:not([open])').filter({ has: within }).first()
  const opener = closed.locator('> summary')
  if (!(await opener.isVisible())) return false
  await opener.click()
  return true
}
