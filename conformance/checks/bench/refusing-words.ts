import type { ScreenId } from '../../../machines/first-login/screens.ts'
import { packs } from '../../../machines/index.ts'
import { edgesOf } from '../../../machines/model/edges.ts'
import type { Overrides } from '../../targets/overrides.ts'

const flows = packs.flatMap(({ flows }) => flows)

/** Documented messages that turn somebody away. */
const refusals = new Set(
  flows.flatMap((flow) => edgesOf(flow).flatMap(({ meta }) => (meta.refused && meta.shows) || [])),
)

/** Screens that turn somebody away by being there. */
const deadEnds: ScreenId[] = ['link-expired', 'invalid-link']

/** Whether a text turns somebody away in the words that the profile has for that. */
export function refusesInWordsOf(overrides: Overrides = {}): (text: string) => boolean {
  const words = Object.entries(overrides).flatMap(([id, { heading, messages = {} } = {}]) => [
    ...Object.entries(messages).flatMap(([documented, here]) => (refusals.has(documented) ? [here] : [])),
    ...(deadEnds.includes(id as ScreenId) && typeof heading === 'string' ? [heading] : []),
  ])
  return (text) =>
    words.some((word) =>
      typeof word === 'string' ? text.toLowerCase().includes(word.toLowerCase()) : word.test(text),
    )
}
