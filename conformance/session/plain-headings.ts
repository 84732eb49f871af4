import { nearest } from '../page/label.ts'
import { mentions } from '../page/mentions.ts'
import type { Snapshot } from '../page/snapshot.ts'
import type { Override } from '../targets/overrides.ts'
import type { Target } from '../targets/target.ts'
import { overridesFor } from './overrides.ts'
import type { Session } from './session.ts'

/** Screen → the plain texts that were on it. */
const seen = new WeakMap<Target, Map<string, readonly string[]>>()

/** Remembers what a screen says outside of its heading. */
export function noteTexts({ target }: Session, screen: string, { texts }: Snapshot): void {
  const known = seen.get(target) ?? new Map<string, readonly string[]>()
  seen.set(target, known.set(screen, texts))
}

/**
 * What to write where a heading of the profile is on the page, but as plain text; nothing where the text is on another screen as well, as
 * the name of the site is: no screen could be told by it.
 */
export function asText(
  session: Session,
  screen: string,
  here: Override['heading'],
  { texts }: Snapshot,
): string {
  if (typeof here !== 'string' || !isSaid(here, texts)) return ''
  const others = [...(seen.get(session.target) ?? [])].filter(
    ([other]) => other !== screen && overridesFor(session, other).heading !== here,
  )
  if (others.some(([, said]) => isSaid(here, said))) return ''
  const isWhole = nearest(here, texts) !== undefined
  const pattern = isWhole ? `/^${here.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}$/` : `'${here}'`
  return `; “${here}” is there as plain text: write heading: { text: ${pattern} }`
}

const isSaid = (words: string, texts: readonly string[]) =>
  nearest(words, [...texts]) !== undefined || texts.some((text) => mentions(text, words))
