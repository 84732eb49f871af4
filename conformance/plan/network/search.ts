import FlatQueue from 'flatqueue'
import type { Arc, Network, Node } from './network.ts'

/**
 * Cheapest ways from any of `from` (Dijkstra): leaves `distance` and `via` on every node that was reached, and answers the
 * first one found that is `wanted`; then the search stops there.
 *
 * @param weight cost of an arc, not negative; infinite where it may not be travelled
 */
export function search(
  { nodes }: Network,
  from: Iterable<Node>,
  weight: (arc: Arc) => number,
  wanted: (node: Node) => boolean = () => false,
): Node | undefined {
  const queue = new FlatQueue<Node>()
  for (const node of nodes) {
    node.distance = Number.POSITIVE_INFINITY
    node.via = undefined
  }
  for (const node of from) {
    node.distance = 0
    queue.push(node, 0)
  }
  while (queue.length > 0) {
    const distance = queue.peekValue() ?? 0
    const node = queue.pop()
    if (!node || distance > node.distance) continue
    if (wanted(node)) return node
    for (const arc of node.out) {
      const reached = distance + weight(arc)
      if (reached >= arc.to.distance) continue
      arc.to.distance = reached
      arc.to.via = arc
      queue.push(arc.to, reached)
    }
  }
  return undefined
}

/** The arcs by which the last search came to the node. */
export function wayTo(node: Node): Arc[] {
  const way: Arc[] = []
  for (let arc = node.via; arc; arc = arc.from.via) way.push(arc)
  return way.reverse()
}
