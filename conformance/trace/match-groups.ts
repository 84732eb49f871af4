import { candidatesFor } from './candidates.ts'
import { type Group, matchSteps } from './match-steps.ts'
import type { FoundStep, LockedStep } from './snapshot.ts'

export interface GroupPair {
  before: Group<LockedStep>
  now: Group<FoundStep>
}

export interface MatchedGroups {
  pairs: GroupPair[]
  lost: Group<LockedStep>[]
  added: Group<FoundStep>[]
}

/** Procedures that have less of their steps in common are two, unless they are the same flow. */
const LIKE = 0.5

const keyOf = ({ page, title, flow, offset }: Group<LockedStep>) =>
  JSON.stringify([page, title, flow, offset > 0])

function likeness(before: Group<LockedStep>, now: Group<FoundStep>): number {
  const shared = matchSteps(before.steps, now.steps).pairs.length
  const share = shared / Math.max(before.steps.length, now.steps.length)
  const sameFlow = before.flow !== null && before.flow === now.flow
  if (!sameFlow && (share < LIKE || (before.flow !== null && now.flow !== null))) return 0
  return (
    share + Number(sameFlow) + Number(before.page === now.page) / 2 + Number(before.title === now.title) / 2
  )
}

/**
 * Pairs procedures of a lock with those of the pages: first those in the same place, then by flow and by the steps they
 * have in common, so that neither another heading nor another page hides a procedure.
 */
export function matchGroups(before: Group<LockedStep>[], now: Group<FoundStep>[]): MatchedGroups {
  const pairs: GroupPair[] = []
  const lost = new Set(before)
  const added = new Set(now)
  const take = (pair: GroupPair) => {
    if (!lost.delete(pair.before)) return
    added.delete(pair.now)
    pairs.push(pair)
  }
  const byKey = new Map(now.map((group) => [keyOf(group), group]))
  for (const group of before) {
    const same = byKey.get(keyOf(group))
    if (same && added.has(same)) take({ before: group, now: same })
  }
  const candidatesOf = candidatesFor([...lost], [...added])
  const candidates = [...lost]
    .flatMap((one) =>
      candidatesOf(one).map((other) => ({ before: one, now: other, sure: likeness(one, other) })),
    )
    .filter(({ sure }) => sure > 0)
    .sort((a, b) => b.sure - a.sure)
  for (const pair of candidates) {
    if (lost.has(pair.before) && added.has(pair.now)) take({ before: pair.before, now: pair.now })
  }
  return { pairs, lost: [...lost], added: [...added] }
}
