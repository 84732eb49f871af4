import { edgesOf } from '../../../machines/model/edges.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import type { Snapshot } from '../../page/snapshot.ts'
import type { Target } from '../../targets/target.ts'

/** Words of refusal, where nothing announces itself. */
const REFUSAL =
  /\b(?:invalid|expired|used|wrong|incorrect|denied|forbidden|failed|blocked|locked|error|unknown|unable|not|no longer|can[’']?t|cannot|must|too|try again|another)\b|n[’']t\b/i

/** The first text that refuses and is new. */
export const newRefusal = (
  { alerts, texts, headings }: Snapshot,
  before: string[],
  refusesHere: (text: string) => boolean,
): string | undefined =>
  alerts.find((text) => /\p{L}/u.test(text) && !before.includes(text)) ??
  [...headings, ...texts].find((text) => (REFUSAL.test(text) || refusesHere(text)) && !before.includes(text))

/** Documented messages that refuse something. */
const refusalsOf = ({ flows }: Pack): string[] =>
  flows.flatMap((flow) => edgesOf(flow).flatMap(({ meta }) => (meta.refused && meta.shows) || []))

/** Screens that refuse by being shown. */
export const deadEndsOf = ({ roles }: Pack): string[] => {
  const { activation, reset } = roles ?? {}
  return [activation?.expired, activation?.invalid, reset?.invalid].filter((id) => id !== undefined)
}

/** Whether a text refuses in the words that the profile has for it. */
export function refusesInWordsOf({
  packs,
  overrides = {},
}: Pick<Target, 'packs' | 'overrides'>): (text: string) => boolean {
  const refusals = new Set(packs.flatMap(refusalsOf))
  const deadEnds = packs.flatMap(deadEndsOf)
  const words = Object.entries(overrides).flatMap(([id, { heading, messages = {} } = {}]) => [
    ...Object.entries(messages).flatMap(([documented, here]) => (refusals.has(documented) ? [here] : [])),
    ...(deadEnds.includes(id) && typeof heading === 'string' ? [heading] : []),
  ])
  return (text) =>
    words.some((word) =>
      typeof word === 'string' ? text.toLowerCase().includes(word.toLowerCase()) : word.test(text),
    )
}
