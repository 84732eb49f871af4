import { type Drift, ofPlace } from './drift-kinds.ts'
import { similarityOf } from './fingerprint.ts'
import type { FoundSection, LockedSection, Snapshot } from './snapshot.ts'

/** Texts under other headings that have less in common are two. */
const LIKE = 0.5

/** Up to this many pairs of texts that are left over are compared by their words. */
const FEW = 250_000

/** What two texts have in common that are one, the surest first. */
const keys: ((section: LockedSection) => string)[] = [
  ({ page, title }) => JSON.stringify([page, title]),
  ({ text }) => text,
  ({ title }) => title,
]

interface SectionPair {
  before: LockedSection
  now: FoundSection
}

/** Pairs texts by each key in turn, then by their words. */
function matchSections(locked: LockedSection[], sections: FoundSection[]) {
  const pairs: SectionPair[] = []
  const lost = new Set(locked)
  const added = new Set(sections)
  const take = (before: LockedSection, now: FoundSection) => {
    pairs.push({ before, now })
    lost.delete(before)
    added.delete(now)
  }
  for (const key of keys) {
    const waiting = Map.groupBy(added, key)
    for (const before of [...lost]) {
      const now = waiting.get(key(before))?.shift()
      if (now) take(before, now)
    }
  }
  if (lost.size * added.size > FEW) return { pairs, lost, added }
  for (const before of [...lost]) {
    const now = [...added].find(({ sketch }) => similarityOf(before.sketch, sketch) >= LIKE)
    if (now) take(before, now)
  }
  return { pairs, lost, added }
}

/**
 * What changed in the text that belongs to no step. The text of a page that is new or missing is not reported here,
 * because the page is.
 */
export function sectionDrift(locked: LockedSection[], { sections, pages }: Snapshot): Drift[] {
  const { pairs, lost, added } = matchSections(locked, sections)
  const drift = pairs
    .filter(({ before, now }) => before.text !== now.text)
    .map(({ now }) =>
      ofPlace('text-reworded', now, `The text under “${now.title}” outside its steps was reworded.`),
    )
  const givenPages = new Set(pages)
  const knownPages = new Set(locked.map(({ page }) => page))
  return [
    ...drift,
    ...[...lost]
      .filter(({ page }) => givenPages.has(page))
      .map((section) => ofPlace('text-removed', section, `The text under “${section.title}” is gone.`)),
    ...[...added]
      .filter(({ page }) => knownPages.has(page))
      .map((section) => ofPlace('text-added', section, `There is new text under “${section.title}”.`)),
  ]
}
