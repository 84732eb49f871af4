import fc from 'fast-check'
import type { Graph } from './graph.ts'

export interface PricedEdge {
  from: number
  to: number
  price: number
}

/** Small graphs of every shape: loops, parallel edges, dead ends, parts that nothing leads to, several initial nodes. */
export function graphs({ nodes, edges }: { nodes: number; edges: number }): fc.Arbitrary<Graph<PricedEdge>> {
  return fc.integer({ min: 1, max: nodes }).chain((count) => {
    const node = fc.integer({ min: 0, max: count - 1 })
    return fc.record({
      nodes: fc.constant(count),
      edges: fc.array(fc.record({ from: node, to: node, price: fc.integer({ min: 0, max: 4 }) }), {
        maxLength: edges,
      }),
      initials: fc.uniqueArray(node, { minLength: 1, maxLength: 2 }),
    })
  })
}
