import type { Check } from '../checks/check.ts'
import type { PlannedPath } from '../plan/flow/path.ts'
import type { Depth } from '../plan/index.ts'

/** One of several runs that share what is to be done. */
export interface Shard {
  /** From 1. */
  index: number
  of: number
}

/** Seconds that a check takes where it does not say how many it may. */
const USUAL = 60

/**
 * The paths of one shard. Where each transition is proven by itself, paths are shared out; what goes deeper is proven by several paths
 * of a flow together, so whole flows are.
 */
export function shareOfPaths(paths: readonly PlannedPath[], depth: Depth, shard: Shard): PlannedPath[] {
  const groups =
    depth === 'transitions'
      ? paths.map((path) => [path])
      : [...Map.groupBy(paths, ({ flow }) => flow).values()]
  const steps = (group: readonly PlannedPath[]) => group.reduce((sum, { events }) => sum + events.length, 0)
  const own = new Set(shareOf(groups, steps, shard).flat())
  return paths.filter((path) => own.has(path))
}

export function shareOfChecks(checks: readonly Check[], shard: Shard): Check[] {
  const own = new Set(shareOf(checks, ({ seconds = USUAL }) => seconds, shard))
  return checks.filter((check) => own.has(check))
}

/** The longest first, each to the shard that has least to do: the same in every process. */
function shareOf<T>(all: readonly T[], costOf: (one: T) => number, { index, of }: Shard): T[] {
  const shares = Array.from({ length: of }, () => ({ cost: 0, own: [] as T[] }))
  for (const one of all.toSorted((a, b) => costOf(b) - costOf(a))) {
    const least = shares.reduce((best, share) => (share.cost < best.cost ? share : best))
    least.cost += costOf(one)
    least.own.push(one)
  }
  return shares[index - 1]?.own ?? []
}
