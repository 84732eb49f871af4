import { edgesOf } from '../../../machines/model/edges.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { mentions } from '../../page/mentions.ts'
import type { Message as Said } from '../../page/read-page.ts'
import type { Snapshot } from '../../page/snapshot.ts'
import { isLocated } from '../../session/element.ts'
import { eachOf, isDisabling, type Message, type Override } from '../../targets/overrides.ts'
import type { Target } from '../../targets/target.ts'

/** Words of refusal, where nothing announces itself. */
const REFUSAL =
  /\b(?:invalid|expired|used|wrong|incorrect|denied|forbidden|failed|blocked|locked|error|unknown|unable|not|no longer|can[’']?t|cannot|must|too|try again|another|field is required)\b|n[’']t\b/i

/** Words at the end of a sentence that say that something is done. */
const DONE =
  /\b(?:saved|changed|updated|created|activated|verified|confirmed|added|removed|sent|reset|success\w*)(?: now)?\W*$|\b(?:thank you|congratulations)\b/i

const sentencesOf = (text: string) => text.split(/(?<=[.!;])\s+|\n+/)

/** Whether a text says that something is done, whatever it asks for after that. */
export function confirms(text: string): boolean {
  const [first] = sentencesOf(text).filter((sentence) => DONE.test(sentence) || REFUSAL.test(sentence))
  return first !== undefined && !REFUSAL.test(first)
}

export const refusesInWords = (text: string): boolean => REFUSAL.test(text) && !confirms(text)

/** Whether a text refuses in its words, or in those that the profile has. */
export const refuses = (text: string, refusesHere: (text: string) => boolean): boolean =>
  refusesInWords(text) || refusesHere(text)

/** A page that is at work says so, and so does one that tells people who cannot see it that it is another one. */
const PROGRESS = /(?:…|\.{3})$/

/** The first text that refuses and is new. */
export function newRefusal(
  { alerts, texts, headings }: Snapshot,
  before: string[],
  refusesHere: (text: string) => boolean,
): string | undefined {
  const isNew = (text: string) => !before.includes(text)
  const isError = (text: string) =>
    refuses(text, refusesHere) ||
    (/\p{L}/u.test(text) && !PROGRESS.test(text.trim()) && !confirms(text) && !headings.includes(text))
  return (
    alerts.find((text) => isNew(text) && isError(text)) ??
    [...headings, ...texts].find((text) => isNew(text) && refuses(text, refusesHere))
  )
}

/**
 * The first refusal among what a page has said, whether it is still there or not. What is no more than a status or a window must
 * refuse in words: it may as well say that all is well.
 */
export const heardRefusal = (heard: Said[], refusesHere: (text: string) => boolean): string | undefined =>
  heard.find(
    ({ manner, text }) =>
      (/\p{L}/u.test(text) && ['hint', 'browser'].includes(manner) && !confirms(text)) ||
      refuses(text, refusesHere),
  )?.text

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
    ...Object.entries(messages).flatMap(([documented, here]) =>
      refusals.has(documented)
        ? eachOf(here).filter((one) => typeof one === 'string' || one instanceof RegExp)
        : [],
    ),
    // Of one flow, `<flow>/<screen>`.
    ...(deadEnds.includes(id.slice(id.lastIndexOf('/') + 1)) ? wordsOfHeading(heading) : []),
  ])
  return (text) => words.some((word) => mentions(text, word))
}

/** The words by which a profile recognises a screen. */
function wordsOfHeading(heading: Override['heading']): (string | RegExp)[] {
  if (heading === undefined || heading === false || typeof heading === 'function') return []
  if (!isLocated(heading)) return [heading].flat()
  if ('text' in heading) return [heading.text]
  return 'role' in heading && heading.name !== undefined ? [heading.name] : []
}

/** The refusals that a profile recognises otherwise than by words. */
function refusalsHere<M extends Message>(
  { packs, overrides = {} }: Pick<Target, 'packs' | 'overrides'>,
  is: (message: Message) => message is M,
): { documented: string; here: M }[] {
  const refusals = new Set(packs.flatMap(refusalsOf))
  return Object.values(overrides).flatMap((override) =>
    Object.entries(override?.messages ?? {}).flatMap(([documented, here]) =>
      refusals.has(documented)
        ? eachOf(here)
            .filter(is)
            .map((one) => ({ documented, here: one }))
        : [],
    ),
  )
}

/** The functions by which a profile recognises refusals. */
export const refusalsByFunction = (target: Pick<Target, 'packs' | 'overrides'>) =>
  refusalsHere(target, (message) => typeof message === 'function').map(({ documented, here }) => ({
    documented,
    isShown: here,
  }))

/** Why a button stays disabled, where that is how something is refused here; `undefined` where it is not. */
export const refusalByDisabling = (target: Pick<Target, 'packs' | 'overrides'>): string | undefined =>
  refusalsHere(target, isDisabling)[0]?.here.disabled
