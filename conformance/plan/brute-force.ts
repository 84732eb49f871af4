import FlatQueue from 'flatqueue'
import type { PricedEdge } from './arbitraries.ts'
import { type Coverage, type Graph, type Obligation, obligationsOf, outgoing } from './graph.ts'

export interface BruteForceOptions {
  coverage: Coverage
  resetCost: number
  maxSteps: number
  wanted: (obligation: Obligation) => boolean
}

/**
 * A position in an exhaustive search: the node, the edge that led to it, how long the path is, what is covered (a bit
 * each).
 */
interface Situation {
  node: number
  edge: number
  steps: number
  covered: number
}

const keyOf = (obligation: Obligation) => Object.values(obligation).join()

/**
 * The least cost at which the obligations can be covered, by trying every way of walking and resetting; infinite where
 * they cannot. Only for tiny graphs: there are 2^obligations × edges situations.
 */
export function bruteForce(graph: Graph<PricedEdge>, options: BruteForceOptions): number {
  const { coverage, resetCost, maxSteps, wanted } = options
  const bits = new Map(
    obligationsOf(graph, coverage)
      .filter(wanted)
      .map((obligation, bit) => [keyOf(obligation), 1 << bit]),
  )
  const bit = (obligation: Obligation) => bits.get(keyOf(obligation)) ?? 0
  const all = (1 << bits.size) - 1
  const out = outgoing(graph)
  const queue = new FlatQueue<Situation>()
  const cheapest = new Map<string, number>()
  const reach = (cost: number, situation: Situation) => {
    const key = Object.values(situation).join()
    if (cost >= (cheapest.get(key) ?? Number.POSITIVE_INFINITY)) return
    cheapest.set(key, cost)
    queue.push(situation, cost)
  }
  const reset = (cost: number, covered: number) => {
    for (const node of graph.initials) {
      const seen = covered | bit({ kind: 'state', state: node })
      reach(cost + resetCost, { node, edge: -1, steps: 0, covered: seen })
    }
  }
  if (all === 0) return 0
  reset(0, 0)
  while (queue.length > 0) {
    const cost = queue.peekValue() ?? 0
    const situation = queue.pop()
    if (!situation) break
    if (situation.covered === all) return cost
    reset(cost, situation.covered)
    for (const edge of situation.steps < maxSteps ? (out[situation.node] ?? []) : []) {
      const { to, price } = graph.edges[edge] ?? { to: -1, price: 0 }
      const covered =
        situation.covered |
        bit({ kind: 'state', state: to }) |
        bit({ kind: 'transition', edge }) |
        bit({ kind: 'transition-pair', edge: situation.edge, next: edge })
      const steps = Number.isFinite(maxSteps) ? situation.steps + 1 : 0
      reach(cost + price, { node: to, edge: coverage === 'transition-pairs' ? edge : -1, steps, covered })
    }
  }
  return Number.POSITIVE_INFINITY
}
