import { outgoing, reachable } from '../graph.ts'
import type { Edge, Exploration } from './explore.ts'
import type { Reason } from './never.ts'

export interface ObstacleOptions {
  /** What the target has. Default: whatever is needed. */
  capabilities?: readonly string[]
  /** What an edge needs of the target. Default: nothing. */
  needs?: (edge: Edge) => readonly string[]
}

/** Which edges may be walked, and why a state or an edge cannot be reached over those. */
export interface Obstacles {
  allowed: (edge: number) => boolean
  ofState: (state: number) => Reason
  ofEdge: (edge: number) => Reason
}

const list = (words: Iterable<string>) => [...words].join(', ')

/** Leaves out the edges that failed and those that the target cannot walk, and finds out what lies behind them. */
export function obstacles(
  exploration: Exploration,
  failed: Set<number>,
  { capabilities, needs = () => [] }: ObstacleOptions,
): Obstacles {
  const { edges } = exploration
  const own = edges.map((edge, index): Reason | undefined => {
    const missing = capabilities ? needs(edge).filter((need) => !capabilities.includes(need)) : []
    if (failed.has(index)) return { why: 'blocked', reason: 'it failed', by: edge.id }
    if (missing.length === 0) return undefined
    return { why: 'needs-capability', reason: `the target lacks what it needs: ${list(missing)}`, missing }
  })
  const allowed = (edge: number) => own[edge] === undefined
  const behind = whatLiesBehind(exploration, own, reachable(exploration, allowed))
  const unreachable: Reason = { why: 'state-never-reached', reason: 'no path leads to it' }
  const ofState = (state: number) => behind.get(state) ?? unreachable
  return {
    allowed,
    ofState,
    ofEdge: (edge) => own[edge] ?? ofState(edges[edge]?.from ?? -1),
  }
}

/** Continues from what can be reached over the edges left out, nearest first, and notes the first one on the way. */
function whatLiesBehind(
  exploration: Exploration,
  own: (Reason | undefined)[],
  within: Set<number>,
): Map<number, Reason> {
  const out = outgoing(exploration)
  const behind = new Map<number, Reason>()
  const queue = [...within]
  for (const state of queue) {
    for (const index of out[state] ?? []) {
      const edge = exploration.edges[index]
      if (!edge || within.has(edge.to) || behind.has(edge.to)) continue
      behind.set(edge.to, further(behind.get(state), own[index], edge))
      queue.push(edge.to)
    }
  }
  return behind
}

/** The reason on the near side of an edge, and what is added where the edge itself is left out. */
function further(near: Reason | undefined, own: Reason | undefined, { id }: Edge): Reason {
  if (!near) {
    const failed = own?.why === 'blocked'
    const missing = own?.missing
    const reason = failed
      ? `it can only be reached over ${id}, which failed`
      : `it can only be reached over ${id}, for which the target lacks ${list(missing ?? [])}`
    return { why: failed ? 'blocked' : 'behind', reason, by: id, ...(missing && { missing }) }
  }
  const missing = new Set([...(near.missing ?? []), ...(own?.missing ?? [])])
  return missing.size > 0 ? { ...near, missing: [...missing] } : near
}
