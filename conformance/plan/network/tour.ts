import type { Arc, Network, Node } from './network.ts'

/** One path through the network: the arcs between two visits of the root, without those of the resets. */
export type Walk = Arc[]

/**
 * Walks every arc of a circulation as often as it flows, in one closed tour from the root (Hierholzer's method), and cuts
 * the tour at the resets. What does not hang together with the root is left out.
 */
export function walks({ inner, root }: Network): Walk[] {
  const left = new Map<Arc, number>()
  const next = new Map<Node, number>()
  const tour: Arc[] = []
  const way: Arc[] = []
  let node = root
  for (;;) {
    const at = next.get(node) ?? 0
    const arc = node.out[at]
    if (arc) {
      const remaining = left.get(arc) ?? arc.flow
      if (remaining > 0) {
        left.set(arc, remaining - 1)
        way.push(arc)
        node = arc.to
      } else next.set(node, at + 1)
      continue
    }
    const back = way.pop()
    if (!back) break
    tour.push(back)
    node = back.from
  }
  return cut(tour.reverse(), new Set(inner), root)
}

function cut(tour: Arc[], inner: Set<Arc>, root: Node): Walk[] {
  const found: Walk[] = []
  for (const arc of tour) {
    if (arc.from === root) found.push([])
    if (inner.has(arc)) found.at(-1)?.push(arc)
  }
  return found
}
