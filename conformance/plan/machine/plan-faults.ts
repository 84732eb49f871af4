import { type Behaviour, behaviourOf } from '../depth/behaviour.ts'
import { coverFaults } from '../depth/cover-faults.ts'
import type { Depth } from '../depth/depth.ts'
import type { Fault } from '../depth/fault.ts'
import { faultsOf } from '../depth/faults-of.ts'
import { type Route, shortestProof } from '../depth/find.ts'
import { placesProved } from '../depth/proved.ts'
import type { Costs } from '../options.ts'
import type { GraphPath } from '../plan-graph.ts'
import type { Edge, Exploration } from './explore.ts'
import { looksOf, type MachineLooks } from './looks.ts'

/** What a plan promises to find, in numbers. */
export interface Guarantee {
  /** Wrong targets that something shows; each is found. */
  wrongTargets: number
  /** Of these, the ones that look right at first. */
  lookRight: number
  /** Hidden states that something shows; each is found. Only at the depth `extra-state`. */
  hiddenStates?: number
  /** Wrong targets that nothing which the machine defines tells from the right one, by the two states. */
  undistinguished: { right: string; wrong: string; transitions: string[] }[]
}

export interface FaultPlan {
  paths: (GraphPath & { verifies: number[] })[]
  guarantee: Guarantee
}

export interface FaultPlanOptions extends Costs<Edge> {
  depth: Depth
  looks: MachineLooks | undefined
  usable: (edge: number) => boolean
  /** Numbers of the edges whose targets must be proved. */
  wanted: ReadonlySet<number>
  /** The paths of the depth `transitions`. */
  tour: readonly GraphPath[]
  walked: readonly Route[]
}

/** Plans what finds every wrong target and, at the depth `extra-state`, every hidden state. */
export function planFaults(exploration: Exploration, options: FaultPlanOptions): FaultPlan {
  const { depth, wanted, usable, resetCost, stepCost } = options
  const behaviour = behaviourOf(exploration, looksOf(exploration, options.looks), usable)
  const faults = faultsOf(behaviour, (edge) => wanted.has(edge), depth === 'extra-state')
  const isShown = (fault: Fault) => shortestProof(behaviour, fault) !== undefined
  const targets = Map.groupBy(faults.wrongTargets, isShown)
  const shown = targets.get(true) ?? []
  const hidden = faults.hiddenStates.filter(isShown)
  const cost = (edge: number) => costs[edge] ?? 0
  const costs = exploration.edges.map((edge, index) => (usable(index) ? stepCost(edge) : 0))
  const routes = coverFaults(behaviour, [...shown, ...hidden], {
    ...options,
    cost,
    wanted: [...wanted],
    tour: options.tour.map(({ edges }) => edges),
  })
  const proved = placesProved(behaviour, [...shown, ...hidden], routes)
  return {
    paths: routes.map((edges, n) => ({
      start: exploration.edges[edges[0] ?? -1]?.from ?? -1,
      edges,
      cost: edges.reduce((sum, edge) => sum + cost(edge), resetCost),
      verifies: proved[n] ?? [],
    })),
    guarantee: {
      wrongTargets: count(shown),
      lookRight: shown.filter(({ to }) => to >= 0).length,
      ...(depth === 'extra-state' && { hiddenStates: count(hidden) }),
      undistinguished: undistinguishedIn(exploration, behaviour, targets.get(false) ?? []),
    },
  }
}

const count = (faults: readonly Fault[]) => faults.reduce((sum, { counts }) => sum + counts, 0)

function undistinguishedIn(
  { states, edges }: Exploration,
  behaviour: Behaviour,
  never: readonly Fault[],
): Guarantee['undistinguished'] {
  const pairs = Map.groupBy(never, ({ edge, to }) => `${behaviour.edges[edge]?.to} ${to}`)
  return [...pairs].map(([pair, own]) => {
    const [right = -1, wrong = -1] = pair.split(' ').map(Number)
    return {
      right: states[right]?.id ?? '',
      wrong: states[wrong]?.id ?? '',
      transitions: own.flatMap(({ edge }) => edges[edge]?.id ?? []),
    }
  })
}
