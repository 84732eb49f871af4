import type { Page } from '@playwright/test'
import { inWords } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { whyOf } from '../page/why-of.ts'

/**
 * Calls a function of the profile.
 * @param called where it is in the profile, for the message: `instead of “Log out”`
 * @throws in one line: which function failed, at which call, and what the page shows
 */
export async function callOwn<T>(called: string, page: Page, call: () => T): Promise<Awaited<T>> {
  try {
    return await call()
  } catch (cause) {
    const shown = await takeSnapshot(page).then(inWords, () => 'nothing that could be read')
    throw new Error(
      `The profile’s function ${called} failed: ${whyOf(cause)}. The page ${page.url()} shows ${shown}.`,
      { cause },
    )
  }
}
