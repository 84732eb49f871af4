import type { Locator, Page } from '@playwright/test'
import { type Opener, openersOn, readOpeners } from './openers.ts'

/** What opens a part of the page, by its whole text: the accessibility tree knows it by no role of its own. */
export const openerOf = (page: Page, name: string): Locator =>
  page.locator('details > summary').filter({ hasText: exactly(name) })

const exactly = (name: string) =>
  new RegExp(`^\\s*${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s+')}\\s*$`)

/** What can be pressed, by its name. */
export const pressable = (page: Page, name: string): Locator =>
  page
    .getByRole('button', { name, exact: true })
    .or(page.getByRole('link', { name, exact: true }))
    .or(page.getByRole('menuitem', { name, exact: true }))
    .or(openerOf(page, name))

/** How long a part of the page may take to open, in milliseconds. */
const OPENING = 1_000

/**
 * Opens the part of the page that hides a button or a link, as people do to get at it.
 * @returns in how many parts it is: in several, none is opened, for nobody knows which is meant
 */
export async function unfold(page: Page, name: string): Promise<number> {
  const holding = (await readOpeners(page)).flatMap((opener, nth) =>
    opener.holds.includes(name) ? [{ opener, nth }] : [],
  )
  const [only, another] = holding
  if (!only || another) return holding.length
  await open(openersOn(page).nth(only.nth), only.opener)
  await pressable(page, name)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: OPENING })
    .catch(() => undefined)
  return 1
}

/** A menu of links opens when one points at it, for pressing it leads on. */
const open = (locator: Locator, { leadsOn }: Opener) =>
  leadsOn ? locator.hover({ timeout: OPENING }) : locator.click({ timeout: OPENING })
