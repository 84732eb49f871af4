import type { Screen } from '../../machines/model/screen.ts'
import { type LookedAt, type Proposal, proposalsFor } from './propose.ts'

/** What a documented name is on the page of a deployment. */
export interface Naming {
  part: Proposal['part']
  documented: string
  /** `undefined`: it is not there; `false`: a page without a heading. */
  name: string | false | undefined
  /** Nobody has confirmed it. */
  guessed: boolean
  /** Further names on the page that may be meant. */
  others: readonly string[]
  /** Why there is nothing of that name, or why nobody needs it; the profile says so then. */
  absent?: string
  unneeded?: string
}

/** What a screen calls otherwise than the documentation. */
export interface ScreenNamings {
  /** Its id in the pack. */
  screen: string
  namings: readonly Naming[]
}

/** Names to be shown to a person who reads the profile. */
const MOST_OTHERS = 5

/**
 * Names the parts of a screen that are called otherwise on its page.
 * @param choose asks a person; without it the most likely name is taken
 * @param unneeded a button that nobody presses, since what it leads to is on the page already
 */
export async function nameParts(
  screen: Screen,
  looked: LookedAt,
  choose?: (documented: string, found: readonly string[]) => Promise<string | undefined>,
  unneeded?: string,
): Promise<Naming[]> {
  const namings: Naming[] = []
  const needed = { ...screen, buttons: screen.buttons?.filter((button) => button !== unneeded) ?? [] }
  for (const { part, documented, found } of proposalsFor(needed, looked)) {
    const name = choose && found.length > 0 ? await choose(documented, found) : found[0]
    const recognisable = [...(screen.fields ?? []), ...(screen.buttons ?? [])].length > 0
    namings.push({
      part,
      documented,
      name: name ?? (part === 'heading' && recognisable ? false : undefined),
      guessed: !choose,
      others: found.filter((one) => one !== name).slice(0, MOST_OTHERS),
    })
  }
  return unneeded === undefined ? namings : [...namings, onOneForm(unneeded)]
}

const onOneForm = (documented: string): Naming => ({
  ...{ part: 'button', documented, name: undefined, guessed: false, others: [] },
  unneeded: 'what it leads to is there at once',
})
