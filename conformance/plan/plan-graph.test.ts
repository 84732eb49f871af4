import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphs, type PricedEdge } from './arbitraries.ts'
import { bruteForce } from './brute-force.ts'
import { type Coverage, coverages, type Graph, type Obligation, obligationsOf } from './graph.ts'
import { type GraphPlan, planGraph } from './plan-graph.ts'

const stepCost = ({ price }: PricedEdge) => price
const keysOf = (obligations: Obligation[]) => obligations.map((o) => JSON.stringify(o)).sort()

/** What the paths of a plan cover when they are walked edge by edge; fails where an edge does not follow the one before. */
function walked(graph: Graph, { paths }: Pick<GraphPlan, 'paths'>, coverage: Coverage): string[] {
  const seen: Obligation[] = []
  for (const { start, edges } of paths) {
    expect(graph.initials).toContain(start)
    let node = start
    seen.push({ kind: 'state', state: node })
    for (const [place, edge] of edges.entries()) {
      expect(graph.edges[edge]?.from).toBe(node)
      node = graph.edges[edge]?.to ?? -1
      seen.push({ kind: 'state', state: node }, { kind: 'transition', edge })
      const before = edges[place - 1]
      if (before !== undefined) seen.push({ kind: 'transition-pair', edge: before, next: edge })
    }
  }
  const asked = new Set(keysOf(obligationsOf(graph, coverage)))
  return [...new Set(keysOf(seen))].filter((key) => asked.has(key))
}

const coverage = fc.constantFrom(...coverages)
const resetCost = fc.integer({ min: 0, max: 6 })
/** Graphs that brute force can plan in a blink: it keeps count of each obligation in one bit. */
const tiny = (coverage: Coverage) =>
  graphs({ nodes: 6, edges: coverage === 'transition-pairs' ? 5 : 8 }).filter(
    (graph) => obligationsOf(graph, coverage).length <= 10,
  )

describe('a plan for any graph', () => {
  it('covers what can be reached, names the rest, and counts what it costs', () => {
    fc.assert(
      fc.property(
        graphs({ nodes: 9, edges: 20 }),
        coverage,
        resetCost,
        fc.constantFrom(1, 3, 8, Number.POSITIVE_INFINITY),
        fc.infiniteStream(fc.integer({ min: 0, max: 3 })),
        (graph, coverage, resetCost, maxSteps, dice) => {
          const asked = keysOf(obligationsOf(graph, coverage)).filter(() => dice.next().value !== 0)
          const wanted = (obligation: Obligation) => asked.includes(JSON.stringify(obligation))
          const plan = planGraph(graph, { coverage, resetCost, stepCost, maxSteps, wanted })
          expect(walked(graph, plan, coverage)).toEqual(expect.arrayContaining(keysOf(plan.covered)))
          expect(keysOf([...plan.covered, ...plan.unreachable])).toEqual(asked)
          const prices = plan.paths.flatMap(({ edges }) => edges.map((edge) => graph.edges[edge]?.price ?? 0))
          expect(plan.cost).toBe(prices.reduce((a, b) => a + b, resetCost * plan.paths.length))
          expect(plan.cost).toBe(plan.paths.reduce((sum, path) => sum + path.cost, 0))
          expect(plan.steps).toBe(prices.length)
          expect(plan.cost).toBeGreaterThanOrEqual(plan.lowerBound)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('is the same plan when it is made again', () => {
    fc.assert(
      fc.property(graphs({ nodes: 9, edges: 20 }), coverage, (graph, coverage) => {
        expect(planGraph(structuredClone(graph), { coverage })).toEqual(planGraph(graph, { coverage }))
      }),
    )
  })

  it.each(['transitions', 'transition-pairs'] as const)('costs for %s what brute force finds', (coverage) => {
    fc.assert(
      fc.property(tiny(coverage), resetCost, (graph, resetCost) => {
        const maxSteps = Number.POSITIVE_INFINITY
        const plan = planGraph(graph, { coverage, resetCost, stepCost, maxSteps })
        const within = new Set(keysOf(plan.covered))
        const wanted = (obligation: Obligation) => within.has(JSON.stringify(obligation))
        expect(plan.cost).toBe(bruteForce(graph, { coverage, resetCost, maxSteps, wanted }))
        expect(plan.lowerBound).toBe(plan.cost)
      }),
      { numRuns: 250 },
    )
  })

  it('never has a lower bound above the optimum, whatever is asked for', () => {
    fc.assert(
      fc.property(
        coverage.chain((coverage) => fc.tuple(fc.constant(coverage), tiny(coverage))),
        resetCost,
        fc.constantFrom(2, 4, Number.POSITIVE_INFINITY),
        fc.infiniteStream(fc.boolean()),
        ([coverage, graph], resetCost, maxSteps, coin) => {
          const chosen = new Set(keysOf(obligationsOf(graph, coverage)).filter(() => coin.next().value))
          const wanted = (obligation: Obligation) => chosen.has(JSON.stringify(obligation))
          const plan = planGraph(graph, { coverage, resetCost, stepCost, maxSteps, wanted })
          const within = new Set(keysOf(plan.covered))
          const optimum = bruteForce(graph, {
            coverage,
            resetCost,
            maxSteps,
            wanted: (obligation) => within.has(JSON.stringify(obligation)),
          })
          expect(plan.lowerBound).toBeLessThanOrEqual(optimum)
          if (Number.isFinite(optimum) && !tooLong(plan, maxSteps)) {
            expect(plan.cost).toBeGreaterThanOrEqual(optimum)
          }
        },
      ),
      { numRuns: 250 },
    )
  })

  it('keeps to maxSteps except where an obligation lies deeper', () => {
    fc.assert(
      fc.property(
        graphs({ nodes: 9, edges: 20 }),
        coverage,
        fc.integer({ min: 1, max: 6 }),
        (graph, coverage, maxSteps) => {
          const plan = planGraph(graph, { coverage, maxSteps })
          const short = reachableWithin(graph, maxSteps, coverage)
          for (const path of plan.paths.filter(({ edges }) => edges.length > maxSteps)) {
            const beyond = walked(graph, { paths: [path] }, coverage).filter((key) => !short.has(key))
            expect(beyond).not.toEqual([])
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

const tooLong = ({ paths }: GraphPlan, maxSteps: number) => paths.some(({ edges }) => edges.length > maxSteps)

/** What can be covered by some path of at most `maxSteps`: all walks of that length, tried one step at a time. */
function reachableWithin(graph: Graph, maxSteps: number, coverage: Coverage): Set<string> {
  const found = new Set<string>()
  let ends = new Set(graph.initials.map((node) => `${node},-1`))
  for (const node of graph.initials) found.add(JSON.stringify({ kind: 'state', state: node }))
  for (let step = 0; step < maxSteps; step++) {
    const next = new Set<string>()
    for (const [node, before] of [...ends].map((end) => end.split(',').map(Number))) {
      for (const [edge, { from, to }] of graph.edges.entries()) {
        if (from !== node) continue
        found.add(JSON.stringify({ kind: 'state', state: to }))
        found.add(JSON.stringify({ kind: 'transition', edge }))
        found.add(JSON.stringify({ kind: 'transition-pair', edge: before, next: edge }))
        next.add(`${to},${coverage === 'transition-pairs' ? edge : -1}`)
      }
    }
    ends = next
  }
  return found
}
