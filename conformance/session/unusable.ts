import { errors, type Locator } from '@playwright/test'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { NotThere } from './not-there.ts'

/** What is there, and lets people do nothing with it. Counts against the target, not against the harness. */
export class Unusable extends NotThere {
  /** The product itself has switched it off, which may be its way to refuse something. */
  readonly isDisabled: boolean
  /** Something is in front of it, such as a window that has come in between. */
  readonly isCovered: boolean

  constructor(called: string, why: string) {
    super(`${called} that can be used`, why)
    this.name = 'Unusable'
    this.message = `${called} ${why}.`
    this.isDisabled = why === DISABLED
    this.isCovered = why === COVERED
  }
}

const DISABLED = 'is disabled'
const COVERED = 'is covered by something else'

/**
 * Does something to an element.
 * @param called the element in words for a report: `the button “Save”`
 * @throws Unusable where it cannot be done in time, and why; NotThere where the element disappears meanwhile
 */
export async function use(locator: Locator, called: string, action: () => Promise<unknown>): Promise<void> {
  try {
    await action()
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error
    if (error.message.includes(DONE)) return
    if (await isShown(locator)) throw new Unusable(called, await whyNot(locator, error))
    throw new NotThere(`${called} for as long as it takes to use it`, await takeSnapshot(locator.page()))
  }
}

/** What Playwright has logged when only the page behind a click is slow. What comes is for the next look to judge. */
const DONE = 'click action done'

/** A look at an element that is there anyway, in milliseconds: a page that hangs never answers it. */
const AT_ONCE = 1_000

const isShown = (locator: Locator): Promise<boolean> =>
  locator.waitFor({ timeout: AT_ONCE }).then(
    () => true,
    () => false,
  )

async function whyNot(locator: Locator, { message }: Error): Promise<string> {
  if (await locator.isDisabled({ timeout: AT_ONCE }).catch(() => false)) return DISABLED
  // A page that is drawn anew gives several reasons: the last one is what remained.
  const last = REASONS.toSorted(([a], [b]) => message.lastIndexOf(b) - message.lastIndexOf(a))[0]
  return last && message.includes(last[0]) ? last[1] : 'does not react'
}

/** What Playwright's log says → in words for a report. */
const REASONS: readonly [logged: string, why: string][] = [
  ['intercepts pointer events', COVERED],
  ['not stable', 'never stops moving'],
  ['not editable', 'is read-only'],
  ['readonly', 'is read-only'],
  ['not enabled', DISABLED],
  ['not visible', 'does not stay to be seen'],
  ['outside of the viewport', 'is outside of what the page shows, such as in a menu that is closed'],
]
