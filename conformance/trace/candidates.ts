import type { Group } from './match-steps.ts'
import type { FoundStep, LockedStep } from './snapshot.ts'

/** Up to this many pairs of steps, every procedure is compared with every other one. */
const FEW = 200_000
/** Something that more procedures have says nothing about which one is meant. */
const COMMON = 20

const stepsIn = (groups: Group<LockedStep>[]) => groups.reduce((sum, { steps }) => sum + steps.length, 0)

const marksOf = ({ title, flow, steps }: Group<LockedStep>): string[] => [
  `title ${title}`,
  ...(flow === null ? [] : [`flow ${flow}`]),
  ...steps.flatMap(({ text, frame }) => [`text ${text}`, `frame ${frame}`]),
]

/**
 * For each procedure of a lock, those of the pages that may be it: all of them where there are few, else those that
 * have a title, a flow or a step in common with it, so that thousands of pages take linear time.
 */
export function candidatesFor<G extends Group<FoundStep>>(
  before: Group<LockedStep>[],
  now: G[],
): (group: Group<LockedStep>) => G[] {
  if (stepsIn(before) * stepsIn(now) <= FEW) return () => now
  const byMark = new Map<string, Set<G>>()
  for (const group of now) {
    for (const mark of marksOf(group)) {
      const others = byMark.get(mark)
      if (others) others.add(group)
      else byMark.set(mark, new Set([group]))
    }
  }
  return (group) => {
    const sets = marksOf(group).flatMap((mark) => byMark.get(mark) ?? [])
    return [...new Set(sets.filter(({ size }) => size <= COMMON).flatMap((set) => [...set]))]
  }
}
