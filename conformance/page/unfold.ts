import type { Frame, Locator, Page } from '@playwright/test'
import { countsDown, whileCounting } from './countdown.ts'
import { inFrames } from './frames.ts'
import { literal } from './literal.ts'
import { type Opener, openersOn, readOpeners } from './openers.ts'

/** What opens a part of the page, by its whole text: the accessibility tree knows it by no role of its own. */
export const openerOf = (frame: Frame, name: string): Locator =>
  frame.locator('details > summary').filter({ hasText: exactly(name) })

const exactly = (name: string) => new RegExp(`^\\s*${literal(name).replaceAll(' ', '\\s+')}\\s*$`)

/** What can be pressed, by its name: one that counts down has another name each second. */
export function pressable(frame: Frame, name: string): Locator {
  const called = countsDown(name) ? { name: whileCounting(name) } : { name, exact: true }
  return frame
    .getByRole('button', called)
    .or(frame.getByRole('link', called))
    .or(frame.getByRole('menuitem', called))
    .or(openerOf(frame, name))
}

/** How long a part of the page may take to open, in milliseconds. */
const OPENING = 1_000

/**
 * Opens the part of the page that hides a button or a link, as people do to get at it.
 * @returns in how many parts it is: in several, none is opened, for nobody knows which is meant
 */
export async function unfold(page: Page, name: string): Promise<number> {
  const holding = await inFrames(page, (frame) => holdingIn(frame, name))
  const [only, another] = holding
  if (!only || another) return holding.length
  await open(openersOn(only.frame).nth(only.nth), only.opener)
  await pressable(only.frame, name)
    .filter({ visible: true })
    .first()
    .waitFor({ timeout: OPENING })
    .catch(() => undefined)
  return 1
}

const holdingIn = async (frame: Frame, name: string) =>
  (await readOpeners(frame)).flatMap((opener, nth) =>
    opener.holds.includes(name) ? [{ opener, nth, frame }] : [],
  )

/** A menu of links opens when one points at it, for pressing it leads on. */
const open = (locator: Locator, { leadsOn }: Opener) =>
  leadsOn ? locator.hover({ timeout: OPENING }) : locator.click({ timeout: OPENING })
