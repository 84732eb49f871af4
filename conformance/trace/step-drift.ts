import { count, type Drift, ofStep } from './drift-kinds.ts'
import type { FoundStep, LockedStep } from './snapshot.ts'

export interface StepPair {
  before: LockedStep
  now: FoundStep
}

const nameOf = ({ number }: LockedStep) => `Step ${number}`
const quoted = (labels: string[]) => labels.map((label) => `“${label}”`).join(', ')
const missing = (some: string[], others: string[]) => some.filter((one) => !others.includes(one))
const differ = (some: string[], others: string[]) => [...some].sort().join() !== [...others].sort().join()

function labelChange(before: string[], now: string[]): string {
  const [gone, fresh] = [missing(before, now), missing(now, before)]
  if (gone.length > 0 && fresh.length > 0) return `${quoted(gone)} became ${quoted(fresh)}`
  return gone.length > 0 ? `no longer names ${quoted(gone)}` : `now names ${quoted(fresh)}`
}

function wording({ before, now }: StepPair): Drift[] {
  if (differ(before.labels, now.labels)) {
    return [ofStep('step-relabelled', now, `${nameOf(now)}: ${labelChange(before.labels, now.labels)}.`)]
  }
  return before.text === now.text
    ? []
    : [ofStep('step-reworded', now, `${nameOf(now)} was reworded; its labels are the same.`)]
}

function addressDrift(kind: 'link' | 'image', { before, now }: StepPair): Drift[] {
  const [old, fresh] = kind === 'link' ? [before.links, now.links] : [before.images, now.images]
  if (!differ(old, fresh)) return []
  const targets = kind === 'link' ? now.linkTargets : now.imageTargets
  const gone = missing(old, fresh).length
  const added = missing(fresh, old).map((hash) => targets[fresh.indexOf(hash)] ?? '')
  const changed = Math.min(gone, added.length)
  const parts = [
    changed > 0 ? `${count(changed, kind)} changed` : '',
    gone > changed ? `${count(gone - changed, kind)} removed` : '',
    added.length > changed ? `${count(added.length - changed, kind)} added` : '',
  ].filter(Boolean)
  const what = `${nameOf(now)}: ${parts.join(', ')}${added.length > 0 ? `; now ${added.join(', ')}` : ''}.`
  return [ofStep(`${kind}-changed`, now, what)]
}

/** What changed in the content of a step that is still there. */
export function contentDrift({ before, now }: StepPair): Drift[] {
  // A changed label may be why the model no longer knows the step; it is still that step.
  const pair = { before, now: { ...now, id: now.id ?? before.id } }
  return [...wording(pair), ...addressDrift('link', pair), ...addressDrift('image', pair)]
}

/** The step is in another procedure or on another page. */
export function moveDrift({ before, now }: StepPair): Drift[] {
  const where = before.page === now.page ? `from ${quoted([before.title])}` : `from the page ${before.page}`
  const old = before.number === now.number ? '' : `, where it was step ${before.number}`
  return [ofStep('step-moved', now, `${nameOf(now)} moved here ${where}${old}.`)]
}

/** Places of the longest rising subsequence, by patience sorting. */
function rising(values: number[]): Set<number> {
  /** Place of the smallest value that ends a rising subsequence of each length. */
  const ends: number[] = []
  const before: number[] = []
  for (const [n, value] of values.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
      else high = middle
    }
    before[n] = ends[low - 1] ?? -1
    ends[low] = n
  }
  const places = new Set<number>()
  for (let n = ends.at(-1) ?? -1; n >= 0; n = before[n] ?? -1) places.add(n)
  return places
}

/** How many numbers are skipped before each step. */
const gapsIn = (steps: readonly LockedStep[]) => new Map(steps.map((step, n) => [step, step.number - n]))

/**
 * Steps of one procedure whose place or number has changed. That a step before it was added or removed is no change of
 * its own. `shift` is the difference between all the numbers.
 */
export function orderDrift(pairs: StepPair[], old: LockedStep[], steps: FoundStep[], shift: number): Drift[] {
  const place = new Map(steps.map((step, n) => [step, n]))
  const kept = rising(pairs.map(({ now }) => place.get(now) ?? 0))
  const [gapsBefore, gapsNow] = [gapsIn(old), gapsIn(steps)]
  return pairs.flatMap(({ before, now }, n) => {
    if (!kept.has(n)) {
      return [
        ofStep('step-reordered', now, `${nameOf(now)} is at another place; it was step ${before.number}.`),
      ]
    }
    if ((gapsNow.get(now) ?? 0) - (gapsBefore.get(before) ?? 0) === shift) return []
    return [ofStep('step-renumbered', now, `${nameOf(now)} was step ${before.number}.`)]
  })
}
