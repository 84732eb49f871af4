import { coverPairs, coverStates, coverTransitions, type Scope } from './covers.ts'
import {
  checkGraph,
  checkSize,
  type Graph,
  type GraphEdge,
  type Obligation,
  obligationsOf,
  reachable,
} from './graph.ts'
import { limited } from './limit/limit.ts'
import { costOf, trimmed } from './limit/walk.ts'
import { Circulation } from './network/circulation.ts'
import { connect } from './network/connect.ts'
import { withResets } from './network/network.ts'
import { type Walk, walks } from './network/tour.ts'
import { type CostOptions, costsOf } from './options.ts'

export interface GraphPlanOptions<E extends GraphEdge> extends CostOptions<E> {
  /** Whether an edge, identified by its number too, may be walked. Default: all. */
  allow?: (edge: E, index: number) => boolean
  /** Whether an obligation is still to be covered. Default: all. */
  wanted?: (obligation: Obligation) => boolean
}

export interface GraphPath {
  /** The initial node in which it begins. */
  start: number
  /** Numbers of the edges that are walked, in order. */
  edges: number[]
  /** Its steps and its reset. */
  cost: number
}

export interface GraphPlan {
  paths: GraphPath[]
  /** All steps of all paths. */
  steps: number
  /** Cost of the steps, and `resetCost` for each path. */
  cost: number
  /** No plan for these obligations costs less, however long its paths. */
  lowerBound: number
  /** What the paths cover. */
  covered: Obligation[]
  /** What no path could cover, because it cannot be reached over the edges that may be walked. */
  unreachable: Obligation[]
}

const covers = {
  states: coverStates,
  transitions: coverTransitions,
  'transition-pairs': coverPairs,
}

/**
 * Plans the paths that cover a plain graph at the least cost.
 *
 * The paths are a closed walk through a root that every reset starts from: a least-cost circulation that travels each
 * obligation at least once, toured by Hierholzer's method and cut at the resets. Without `maxSteps`, and with everything
 * reachable to be covered, the plan for `transitions` and `transition-pairs` is optimal: its cost is `lowerBound`. For
 * `states`, for a part of the obligations, and with `maxSteps`, it is a good plan whose distance from the optimum is at
 * most `cost - lowerBound`. The same input gives the same plan.
 *
 * @throws {PlanError} `bad-graph`, `bad-option`, `too-large`
 */
export function planGraph<E extends GraphEdge>(
  graph: Graph<E>,
  options: GraphPlanOptions<E> = {},
): GraphPlan {
  checkGraph(graph)
  checkSize(graph, costsOf(options).coverage)
  const { coverage, resetCost, maxSteps, stepCost } = costsOf(options)
  const { allow = () => true, wanted = () => true } = options
  const allowed = graph.edges.map((edge, index) => allow(edge, index))
  const states = reachable(graph, (edge) => allowed[edge] === true)
  const usable = graph.edges.map(({ from }, edge) => allowed[edge] === true && states.has(from))
  const scope: Scope = {
    graph,
    states,
    edges: [...graph.edges.keys()].filter((edge) => usable[edge]),
    cost: (edge) => costs[edge] ?? 0,
    wanted,
  }
  const costs = graph.edges.map((edge, index) => (usable[index] ? stepCost(edge) : 0))
  const within = (obligation: Obligation) =>
    obligation.kind === 'state'
      ? states.has(obligation.state)
      : usable[obligation.edge] && (obligation.kind === 'transition' || usable[obligation.next])
  const open = obligationsOf(graph, coverage).filter(wanted)

  const cover = covers[coverage](scope)
  const network = withResets(cover, resetCost)
  const circulation = new Circulation(network)
  const lowerBound = circulation.cost
  connect(circulation)
  const found = limited(network, cover.starts, trimmed(walks(network)), { maxSteps, resetCost })
  const paths = found.map((walk) => pathOf(walk, resetCost))
  return {
    paths,
    steps: paths.reduce((sum, path) => sum + path.edges.length, 0),
    cost: costOf(found, resetCost),
    lowerBound,
    covered: open.filter((obligation) => within(obligation)),
    unreachable: open.filter((obligation) => !within(obligation)),
  }
}

function pathOf(walk: Walk, resetCost: number): GraphPath {
  return {
    start: walk[0]?.from.state ?? -1,
    edges: walk.flatMap(({ edge }) => (edge < 0 ? [] : [edge])),
    cost: costOf([walk], resetCost),
  }
}
