import { type Graph, outgoing } from '../../plan/graph.ts'
import type { GraphPath } from '../../plan/index.ts'

/**
 * A planner that takes an afternoon to write: go to the nearest edge that no path has walked yet, and start again if a
 * reset is nearer.
 */
export function greedy(graph: Graph, resetCost: number): Pick<GraphPath, 'start' | 'edges'>[] {
  const out = outgoing(graph)
  const left = new Set(graph.edges.keys())
  const paths: { start: number; edges: number[] }[] = []
  let node = -1
  while (left.size > 0) {
    const on = node < 0 ? undefined : nearest(graph, out, [node], left)
    const restart = nearest(graph, out, graph.initials, left)
    const way = on && (!restart || on.length <= restart.length + resetCost) ? on : restart
    if (!way) break
    if (way !== on) paths.push({ start: graph.edges[way[0] ?? -1]?.from ?? -1, edges: [] })
    paths.at(-1)?.edges.push(...way)
    for (const edge of way) left.delete(edge)
    node = graph.edges[way.at(-1) ?? -1]?.to ?? -1
  }
  return paths
}

/** The shortest way that ends with an edge of `left`, breadth first. */
function nearest(
  graph: Graph,
  out: number[][],
  from: readonly number[],
  left: Set<number>,
): number[] | undefined {
  const via = new Map<number, number>()
  const queue = [...from]
  const seen = new Set(queue)
  for (const node of queue) {
    for (const edge of out[node] ?? []) {
      if (left.has(edge)) return [...wayTo(graph, via, node), edge]
      const to = graph.edges[edge]?.to ?? -1
      if (seen.has(to)) continue
      seen.add(to)
      via.set(to, edge)
      queue.push(to)
    }
  }
  return undefined
}

function wayTo(graph: Graph, via: Map<number, number>, node: number): number[] {
  const way: number[] = []
  for (let edge = via.get(node); edge !== undefined; edge = via.get(graph.edges[edge]?.from ?? -1))
    way.push(edge)
  return way.reverse()
}
