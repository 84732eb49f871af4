import type { AnyStateMachine } from 'xstate'
import { coverageOf, type Depth, depths } from '../depth/depth.ts'
import { PlanError } from '../errors.ts'
import { type Obligation, reachable } from '../graph.ts'
import { type CostOptions, costsOf } from '../options.ts'
import { planGraph } from '../plan-graph.ts'
import { type Edge, type ExploreOptions, explore } from './explore.ts'
import { edgesNamed, idsOf, obligationsNamed } from './ids.ts'
import type { MachineLooks } from './looks.ts'
import { type ObstacleOptions, obstacles } from './obstacles.ts'
import { firstOfEach } from './once.ts'
import { type Path, pathsOf } from './path.ts'
import { type Guarantee, planFaults } from './plan-faults.ts'
import { routeOf, type Walked, walkedBy } from './route.ts'
import { type Unreachable, unreachableOf } from './unreachable.ts'

export interface PlanOptions extends ExploreOptions, Omit<CostOptions<Edge>, 'coverage'>, ObstacleOptions {
  /** Default `transitions`. */
  depth?: Depth
  /**
   * Each transition once, as it is written down, in the state that is nearest; pairs likewise. Default: in every state, with its
   * context, in which it is taken.
   */
  written?: boolean
  /** What can be seen of the machine: what is seen need not be found out. */
  looks?: MachineLooks
  /** Steps of all paths together above which no plan is made. Default 100,000. */
  maxTotal?: number
  /** Paths that were walked, and were as they should be: what they have shown need not be shown again. */
  walked?: readonly Walked[]
  /** Ids of edges that failed on the target, or of transitions whose every edge did: they are not walked again. */
  failed?: readonly string[]
  /** Ids of obligations that are covered already. */
  covered?: readonly string[]
}

export interface Plan {
  depth: Depth
  paths: Path[]
  /** All steps of all paths. */
  steps: number
  /** Cost of the steps, and `resetCost` for each path. */
  cost: number
  /** No plan for these obligations costs less, however long its paths; what finding faults costs on top is not in it. */
  lowerBound: number
  /** What covering the transitions alone takes. At the depths `targets` and `extra-state`. */
  tour?: { paths: number; steps: number; cost: number }
  /** What the depths `targets` and `extra-state` promise to find. */
  guarantee?: Guarantee
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
 * @throws {PlanError} `bad-machine`, `bad-option`, `unknown-id`, `too-large`
 */
export function plan(machine: AnyStateMachine, options: PlanOptions = {}): Plan {
  const { depth = 'transitions', written = false, maxTotal = MOST_STEPS } = options
  if (!depths.includes(depth))
    throw new PlanError('bad-option', `depth is ${depth}, but must be one of ${depths.join(', ')}.`)
  const coverage = coverageOf[depth]
  const costs = costsOf<Edge>({ ...options, coverage })
  const exploration = explore(machine, { ...(written && { enough: ENOUGH }), ...options })
  const idOf = idsOf(exploration)
  const failed = edgesNamed(exploration, options.failed ?? [])
  const covered = obligationsNamed(exploration, coverage, options.covered ?? [])
  const inTheWay = obstacles(exploration, failed, options)
  const tried = (obligation: Obligation) => obligation.kind === 'transition' && failed.has(obligation.edge)
  const states = reachable(exploration, inTheWay.allowed)
  const usable = (edge: number) => inTheWay.allowed(edge) && states.has(exploration.edges[edge]?.from ?? -1)
  const isOne = written ? firstOfEach(exploration, coverage, usable) : () => true
  const routes = (options.walked ?? []).map((one) => routeOf(exploration, one))
  const isAsked = (one: Obligation) => !tried(one) && !covered.has(idOf(one)) && isOne(one)
  const isWalked = walkedBy(routes)
  const found = planGraph(exploration, {
    ...costs,
    allow: (_, edge) => inTheWay.allowed(edge),
    wanted: (one) => isAsked(one) && !isWalked(one),
  })
  const deep =
    depth === 'targets' || depth === 'extra-state'
      ? planFaults(exploration, {
          ...costs,
          depth,
          looks: options.looks,
          usable,
          wanted: new Set(
            [...exploration.edges.keys()].filter(
              (edge) => usable(edge) && isAsked({ kind: 'transition', edge }),
            ),
          ),
          tour: found.paths,
          walked: routes,
        })
      : undefined
  const paths = deep?.paths ?? found.paths
  const steps = paths.reduce((sum, { edges }) => sum + edges.length, 0)
  if (steps > maxTotal) throw tooLong(steps, paths.length, maxTotal)
  const made: Plan = {
    depth,
    paths: pathsOf(exploration, paths, coverage, costs.maxSteps),
    steps,
    cost: paths.reduce((sum, { cost }) => sum + cost, 0),
    lowerBound: found.lowerBound,
    ...(deep && {
      tour: { paths: found.paths.length, steps: found.steps, cost: found.cost },
      guarantee: deep.guarantee,
    }),
    covered: found.covered.map((obligation) => ({ kind: obligation.kind, id: idOf(obligation) })),
    unreachable: unreachableOf(exploration, { coverage, written }, found.unreachable, inTheWay),
  }
  origins.set(made, { machine, options })
  return made
}

/** States that are explored even where each transition is planned once: the ways between them make shorter paths. */
const ENOUGH = 1_000

const MOST_STEPS = 100_000

const tooLong = (steps: number, paths: number, most: number) =>
  new PlanError(
    'too-large',
    `The plan needs ${steps} steps in ${paths} paths, more than the ${most} that maxTotal allows. Plan each transition once ("written"), fewer states ("until", "filter" or "maxStates") or a lesser depth, or raise maxTotal.`,
  )

/** What each plan was made from, for {@link originOf}; kept outside the plan, so that a plan can be written as JSON. */
const origins = new WeakMap<Plan, { machine: AnyStateMachine; options: PlanOptions }>()

export const originOf = (made: Plan) => origins.get(made)
