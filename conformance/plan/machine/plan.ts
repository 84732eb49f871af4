import type { AnyStateMachine } from 'xstate'
import type { Coverage, Obligation } from '../graph.ts'
import { type CostOptions, costsOf } from '../options.ts'
import { planGraph } from '../plan-graph.ts'
import { type Edge, type ExploreOptions, explore } from './explore.ts'
import { edgesNamed, idsOf, obligationsNamed } from './ids.ts'
import { type ObstacleOptions, obstacles } from './obstacles.ts'
import { type Path, pathsOf } from './path.ts'
import { type Unreachable, unreachableOf } from './unreachable.ts'

export interface PlanOptions extends ExploreOptions, CostOptions<Edge>, ObstacleOptions {
  /** Ids of edges that failed on the target, or of transitions whose every edge did: they are not walked again. */
  failed?: readonly string[]
  /** Ids of obligations that are covered already. */
  covered?: readonly string[]
}

export interface Plan {
  coverage: Coverage
  paths: Path[]
  /** All steps of all paths. */
  steps: number
  /** Cost of the steps, and `resetCost` for each path. */
  cost: number
  /** No plan for these obligations costs less, however long its paths. */
  lowerBound: number
  /** What the paths cover. */
  covered: { kind: Obligation['kind']; id: string }[]
  /** What cannot be covered, and why. */
  unreachable: Unreachable[]
}

/**
 * Plans the paths that cover a machine at the least cost; see `planGraph` for what is optimal.
 *
 * The obligations are those of the graph that is explored: its nodes are states with their context, its edges the events
 * that are answered there. A transition that is taken in three contexts is three obligations, a refusal that changes nothing
 * is one. What is written down in the machine but never happens is listed as unreachable.
 *
 * @throws {PlanError} `bad-machine`, `bad-option`, `unknown-id`
 */
export function plan(machine: AnyStateMachine, options: PlanOptions = {}): Plan {
  const { coverage, maxSteps } = costsOf(options)
  const exploration = explore(machine, options)
  const idOf = idsOf(exploration)
  const failed = edgesNamed(exploration, options.failed ?? [])
  const covered = obligationsNamed(exploration, coverage, options.covered ?? [])
  const inTheWay = obstacles(exploration, failed, options)
  const tried = (obligation: Obligation) => obligation.kind === 'transition' && failed.has(obligation.edge)
  const found = planGraph(exploration, {
    ...options,
    allow: (_, edge) => inTheWay.allowed(edge),
    wanted: (obligation) => !tried(obligation) && !covered.has(idOf(obligation)),
  })
  const made: Plan = {
    coverage,
    paths: pathsOf(exploration, found.paths, coverage, maxSteps),
    steps: found.steps,
    cost: found.cost,
    lowerBound: found.lowerBound,
    covered: found.covered.map((obligation) => ({ kind: obligation.kind, id: idOf(obligation) })),
    unreachable: unreachableOf(exploration, coverage, found.unreachable, inTheWay),
  }
  origins.set(made, { machine, options })
  return made
}

/** What each plan was made from, for {@link originOf}; beside the plan, so that a plan can be written as JSON. */
const origins = new WeakMap<Plan, { machine: AnyStateMachine; options: PlanOptions }>()

export const originOf = (made: Plan) => origins.get(made)
