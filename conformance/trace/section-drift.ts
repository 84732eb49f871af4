import { type Drift, ofPlace } from './drift-kinds.ts'
import { similarityOf } from './fingerprint.ts'
import type { FoundSection, LockedSection, Snapshot } from './snapshot.ts'

/** Texts under other headings that have less in common are two. */
const LIKE = 0.5

const ways: ((before: LockedSection, now: FoundSection) => boolean)[] = [
  (before, now) => before.page === now.page && before.title === now.title,
  (before, now) => before.text === now.text,
  (before, now) => before.title === now.title,
  (before, now) => similarityOf(before.sketch, now.sketch) >= LIKE,
]

/**
 * What changed in the text that belongs to no step. The text of a page that is new or missing is not reported here,
 * because the page is.
 */
export function sectionDrift(locked: LockedSection[], { sections, pages }: Snapshot): Drift[] {
  let [lost, added] = [locked, sections]
  const drift: Drift[] = []
  for (const isSame of ways) {
    for (const before of lost) {
      const now = added.find((section) => isSame(before, section))
      if (!now) continue
      lost = lost.filter((section) => section !== before)
      added = added.filter((section) => section !== now)
      if (before.text !== now.text) {
        drift.push(
          ofPlace('text-reworded', now, `The text under “${now.title}” outside its steps was reworded.`),
        )
      }
    }
  }
  const knownPages = new Set(locked.map(({ page }) => page))
  return [
    ...drift,
    ...lost
      .filter(({ page }) => pages.includes(page))
      .map((section) => ofPlace('text-removed', section, `The text under “${section.title}” is gone.`)),
    ...added
      .filter(({ page }) => knownPages.has(page))
      .map((section) => ofPlace('text-added', section, `There is new text under “${section.title}”.`)),
  ]
}
