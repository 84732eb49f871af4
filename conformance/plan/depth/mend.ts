import type { Behaviour } from './behaviour.ts'
import type { Fault } from './fault.ts'
import { placeFound, shortestProof, survivors } from './find.ts'
import { nearest, type WeaveOptions } from './weave.ts'

/**
 * Adds to the paths what it takes to show the faults that they do not show yet, each where it is cheapest: at the end of a path, or
 * in a new one, which always shows it. Fragments alone do not promise that: a wrong graph may be elsewhere when one begins.
 */
export function mend(
  behaviour: Behaviour,
  paths: number[][],
  faults: readonly Fault[],
  { resetCost, cost, maxSteps }: Pick<WeaveOptions, 'resetCost' | 'cost' | 'maxSteps'>,
): void {
  const { edges, initials } = behaviour
  const fromReset = nearest(behaviour, initials, cost)
  const priceOf = (way: readonly number[]) => way.reduce((sum, edge) => sum + cost(edge), 0)
  for (let left = survivors(behaviour, faults, paths); left.length > 0; ) {
    const [fault] = left
    const proof = fault && shortestProof(behaviour, fault)
    if (!fault || !proof) return
    const from = edges[fault.edge]?.from ?? -1
    const restarted = [...fromReset.steps(from), ...proof]
    let best: { path?: number[]; added: number[]; price: number } = {
      added: restarted,
      price: priceOf(restarted) + resetCost,
    }
    for (const path of paths) {
      const end = edges[path.at(-1) ?? -1]?.to ?? -1
      const added = [...nearest(behaviour, [end], cost).steps(from), ...proof]
      if (priceOf(added) >= best.price || path.length + added.length > maxSteps) continue
      if ((end !== from && added.length === proof.length) || !shows(behaviour, fault, [...path, ...added]))
        continue
      best = { path, added, price: priceOf(added) }
    }
    if (best.path) best.path.push(...best.added)
    else paths.push(best.added)
    left = survivors(behaviour, left, paths)
  }
}

export const shows = (behaviour: Behaviour, fault: Fault, path: readonly number[]): boolean => {
  const first = path.indexOf(fault.edge)
  return first >= 0 && placeFound(behaviour, fault, path, first) >= 0
}
