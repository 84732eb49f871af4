import type { Behaviour } from './behaviour.ts'
import type { Fault } from './fault.ts'
import { suffixesAfter } from './suffix.ts'
import type { Fragment } from './weave.ts'

/**
 * What must be walked without a pause, so that the faults show: the edge that is wrong, for a hidden state the edge
 * that differs there, and right after it what tells the right state from the wrong ones. Each with the faults that it
 * finds.
 */
export function fragmentsFor(
  behaviour: Behaviour,
  faults: readonly Fault[],
): Map<Fragment, readonly Fault[]> {
  const places = Map.groupBy(faults, ({ edge, hidden }) => (hidden ? `${edge} ${hidden.changed}` : `${edge}`))
  return new Map(
    [...places.values()].flatMap((own) => {
      const [first] = own
      if (!first) return []
      const prefix = first.hidden ? [first.edge, first.hidden.changed] : [first.edge]
      const suffixes = suffixesAfter(behaviour, prefix, own)
      const all: Fragment[] = suffixes.length > 0 ? suffixes.map((one) => [...prefix, ...one]) : [prefix]
      return all.map((fragment): [Fragment, readonly Fault[]] => [fragment, own])
    }),
  )
}
