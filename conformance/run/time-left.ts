import type { Assignment } from './assignment.ts'

type Assigned = Pick<Assignment, 'paths' | 'checks' | 'workers' | 'isWatched'>
type Kind = 'path' | 'check'

const MINUTE = 60_000
/** So many of a kind have to be done before they say how long the others take. */
const ENOUGH = 2

/**
 * Estimates how long a run still takes. A path takes its number of events, each as long as the median of those that were walked; a
 * check takes the median of the checks. Of what nothing was measured yet, nothing is claimed.
 */
export class TimeLeft {
  readonly #workers: number
  readonly #isWatched: boolean
  /** What is left → what it weighs. */
  readonly #left = new Map<string, { kind: Kind; weight: number }>()
  /** Milliseconds for one unit of weight, of each that is done. */
  readonly #took: Record<Kind, number[]> = { path: [], check: [] }

  constructor({ paths, checks = [], workers, isWatched = false }: Assigned) {
    this.#workers = workers
    this.#isWatched = isWatched
    for (const { id, events } of paths)
      this.#left.set(id, { kind: 'path', weight: Math.max(1, events.length) })
    for (const id of checks) this.#left.set(id, { kind: 'check', weight: 1 })
  }

  /** Something is done, and has taken that many milliseconds. */
  took(id: string, ms: number): void {
    const done = this.#left.get(id)
    if (!done) return
    this.#left.delete(id)
    this.#took[done.kind].push(ms / done.weight)
  }

  /** Milliseconds that are left; `atLeast` where something is left of which nothing is known. */
  estimate(): { ms: number; atLeast: boolean } | undefined {
    const weights: Record<Kind, number> = { path: 0, check: 0 }
    for (const { kind, weight } of this.#left.values()) weights[kind] += weight
    const kinds = (['path', 'check'] as const).filter((kind) => weights[kind] > 0)
    const known = kinds.filter((kind) => this.#took[kind].length >= ENOUGH)
    if (known.length === 0) return undefined
    const ms = known.reduce((sum, kind) => sum + weights[kind] * median(this.#took[kind]), 0)
    return { ms: ms / this.#workers, atLeast: known.length < kinds.length }
  }

  /** `about 3 min left`; nothing where nobody watches, or nothing is known. */
  inWords(): string | undefined {
    const { ms, atLeast } = (this.#isWatched && this.estimate()) || {}
    if (ms === undefined) return undefined
    if (ms < MINUTE) return atLeast ? undefined : 'less than 1 min left'
    return `${atLeast ? 'at least' : 'about'} ${Math.round(ms / MINUTE)} min left`
  }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [one = 0, other = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]]
  return (one + other) / 2
}
