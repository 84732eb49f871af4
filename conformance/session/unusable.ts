import { errors, type Locator } from '@playwright/test'
import { takeSnapshot } from '../page/snapshot.ts'
import { NotThere } from './not-there.ts'

/** What is there, and lets people do nothing with it. Counts against the target, not against the harness. */
export class Unusable extends NotThere {
  /** The product itself has switched it off, which may be its way to refuse something. */
  readonly isDisabled: boolean

  constructor(called: string, why: string) {
    super(`${called} that can be used`, why)
    this.name = 'Unusable'
    this.message = `${called} ${why}.`
    this.isDisabled = why === DISABLED
  }
}

const DISABLED = 'is disabled'

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
  if (message.includes('intercepts pointer events')) return 'is covered by something else'
  if (message.includes('not stable')) return 'never stops moving'
  if (message.includes('not editable') || message.includes('readonly')) return 'is read-only'
  return 'does not react'
}
