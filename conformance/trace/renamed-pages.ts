import { type Drift, ofPlace } from './drift-kinds.ts'
import type { Lock } from './lock.ts'
import type { Snapshot } from './snapshot.ts'

/** At least this share of the steps and texts of two pages is the same if they are one page with another id. */
const SAME = 0.5

type Locked = Pick<Lock, 'steps' | 'sections'>

/** Hashes of what each page says. */
function contentsOf({ steps, sections }: Locked): Map<string, string[]> {
  const all = [...steps, ...sections].map(({ page, text }) => ({ page, text }))
  return new Map(
    [...Map.groupBy(all, ({ page }) => page)].map(([page, own]) => [page, own.map(({ text }) => text)]),
  )
}

interface Rename {
  before: string
  now: string
  share: number
}

/** Pages that are gone with pages that are new and say the same; the most alike first. */
function renamesIn(lock: Lock, snapshot: Snapshot): Rename[] {
  const [locked, found] = [contentsOf(lock), contentsOf(snapshot)]
  const given = new Set(snapshot.pages)
  const pagesWith = new Map<string, Set<string>>()
  for (const [page, texts] of found) {
    if (locked.has(page)) continue
    for (const text of texts) pagesWith.set(text, (pagesWith.get(text) ?? new Set()).add(page))
  }
  return [...locked]
    .filter(([page]) => !given.has(page))
    .flatMap(([before, texts]) => {
      const shared = new Map<string, number>()
      for (const text of new Set(texts))
        for (const page of pagesWith.get(text) ?? []) shared.set(page, (shared.get(page) ?? 0) + 1)
      return [...shared].map(([now, count]) => {
        const most = Math.max(new Set(texts).size, new Set(found.get(now)).size)
        return { before, now, share: count / most }
      })
    })
    .filter(({ share }) => share >= SAME)
    .sort((a, b) => b.share - a.share)
}

/**
 * Tells pages that have another id from pages that are gone and new. Answers the lock as it would be with the new ids, and
 * one message for each of these pages.
 */
export function followRenames(lock: Lock, snapshot: Snapshot): { lock: Lock; drift: Drift[] } {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { before, now } of renamesIn(lock, snapshot)) {
    if (names.has(before) || taken.has(now)) continue
    names.set(before, now)
    taken.add(now)
  }
  if (names.size === 0) return { lock, drift: [] }
  const rename = <T extends { page: string }>(entry: T): T => ({
    ...entry,
    page: names.get(entry.page) ?? entry.page,
  })
  const fileOf = new Map([...snapshot.sections, ...snapshot.steps].map(({ page, file }) => [page, file]))
  return {
    lock: { ...lock, steps: lock.steps.map(rename), sections: lock.sections.map(rename) },
    drift: [...names].map(([before, now]) => {
      const file = fileOf.get(now)
      const place = { page: now, title: '', ...(file !== undefined && { file, line: 1 }) }
      return ofPlace(
        'page-renamed',
        place,
        `The page was called ${before}; everything else is the same or listed.`,
      )
    }),
  }
}
