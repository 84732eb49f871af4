import type { Arc, Network, Node } from '../network/network.ts'
import { search } from '../network/search.ts'
import { stepsOf } from './field.ts'

/** The way from a reset to a node with the fewest steps, and among those the cheapest. */
export interface Access {
  steps: number
  cost: number
  /** The last arc of the way, and where it comes from; none where a path may begin. */
  last?: { arc: Arc; before: Access }
}

/** Finds the {@link Access} to any node of the network. */
export function accesses(network: Network): (node: Node) => Access {
  const inner = new Set(network.inner)
  const dearest = 1 + network.inner.reduce((sum, arc) => sum + arc.cost, 0)
  search(network, [network.root], (arc) => stepsOf(arc) + (inner.has(arc) ? arc.cost / dearest : 0))
  const begin: Access = { steps: 0, cost: 0 }
  const known = new Map<Node, Access>()
  // Nearest first, so that the way to the node before is known.
  for (const node of [...network.nodes].sort((a, b) => a.distance - b.distance)) {
    const arc = node.via
    const before = (arc && known.get(arc.from)) ?? begin
    const { steps, cost } = before
    const own = arc !== undefined && inner.has(arc)
    known.set(
      node,
      own ? { steps: steps + stepsOf(arc), cost: cost + arc.cost, last: { arc, before } } : before,
    )
  }
  return (node) => known.get(node) ?? begin
}

/** The arcs of the way, in order. */
export function arcsOf(access: Access): Arc[] {
  const arcs: Arc[] = []
  for (let last = access.last; last; last = last.before.last) arcs.push(last.arc)
  return arcs.reverse()
}
