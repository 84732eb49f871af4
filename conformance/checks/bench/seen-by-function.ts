import type { Page } from '@playwright/test'
import type { Target } from '../../targets/target.ts'
import { refusalsByFunction } from './refusing-words.ts'

/** What the functions of a profile see on a page, beginning with what they see now: that is no answer to what follows. */
export async function seenByFunction(page: Page, target: Pick<Target, 'packs' | 'overrides'>) {
  const known = refusalsByFunction(target)
  const look = () =>
    Promise.all(
      known.map(async ({ documented, isShown }) =>
        // A page that is just being left shows nothing.
        (await isShown(page).catch(() => false)) ? [documented] : [],
      ),
    )
  let before = (await look()).flat()
  return {
    /** Another page says it once more. */
    forget() {
      before = []
    },
    /** The documented words of a refusal that is there and was not. */
    async newOne(): Promise<string | undefined> {
      const now = (await look()).flat()
      before = before.filter((one) => now.includes(one))
      return now.find((one) => !before.includes(one))
    },
  }
}
