import type { Arc, Network, Node } from '../network/network.ts'
import { search, wayTo } from '../network/search.ts'
import { stepsOf } from './field.ts'

/** The way from a reset to a node with the fewest steps, and among those the cheapest. */
export interface Access {
  arcs: Arc[]
  steps: number
  cost: number
}

/** Finds the {@link Access} to any node of the network. */
export function accesses(network: Network): (node: Node) => Access {
  const inner = new Set(network.inner)
  const dearest = 1 + network.inner.reduce((sum, arc) => sum + arc.cost, 0)
  search(network, [network.root], (arc) => stepsOf(arc) + (inner.has(arc) ? arc.cost / dearest : 0))
  const known = new Map<Node, Access>()
  const find = (node: Node): Access => {
    const arcs = wayTo(node).filter((arc) => inner.has(arc))
    return {
      arcs,
      steps: arcs.reduce((sum, arc) => sum + stepsOf(arc), 0),
      cost: arcs.reduce((sum, arc) => sum + arc.cost, 0),
    }
  }
  // Answered at once for every node, because the next search overwrites what this one left on the nodes.
  for (const node of network.nodes) known.set(node, find(node))
  return (node) => known.get(node) ?? { arcs: [], steps: 0, cost: 0 }
}
