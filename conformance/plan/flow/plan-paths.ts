import type { Capability } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { explore, type Plan, type PlanOptions, plan, type Unreachable } from '../index.ts'
import type { PlannedPath } from './path.ts'

/** What was found out about a flow's transitions so far; the ids are those of the model. */
export interface Known {
  passed: string[]
  /** Not to be walked again: what failed, and what nothing could be said about. */
  notPassed: string[]
}

export interface FlowPlan extends Pick<Plan, 'steps' | 'cost' | 'lowerBound'> {
  paths: PlannedPath[]
  /** Transitions that no path can cover → why. */
  unreachable: Map<string, NotPlanned>
}

/** Why no path leads over a transition, and what verdict that makes. */
export interface NotPlanned {
  verdict: 'not-testable' | 'inconclusive'
  notPlanned: Unreachable['why']
  reason: string
}

/** What a target can do, and what is known of it so far. */
export interface PlanRequest {
  /** Why a given of a flow cannot be arranged; `undefined` where it can. */
  cannotArrange?(flow: string, given: string): string | undefined
  /** Why an event of a flow cannot be sent; `undefined` where it can. */
  cannotSend?(flow: string, event: string): string | undefined
  capabilities: readonly Capability[]
  maxSteps?: number | undefined
  known: Known
  /** Number of the first path. */
  first: number
}

/**
 * The paths that lead over every transition of the flow that is not known yet, around those that did not pass. A
 * transition that is taken in several contexts (before and after a factor is enrolled) is walked in one of them. What only a
 * given leads to that the target cannot arrange is left out.
 */
export function planFlow(flow: Flow, request: PlanRequest): FlowPlan {
  const { capabilities, maxSteps, known, first, cannotArrange, cannotSend } = request
  const inputsOf = (givens: string[]) => Object.fromEntries(givens.map((given) => [given, { given }]))
  const givens = Object.keys(flow.givens)
  const inputs = inputsOf(givens.filter((given) => !cannotArrange?.(flow.id, given)))
  const notArranged = onlyFrom(flow, givens, inputs, cannotArrange)
  if (Object.keys(inputs).length === 0)
    return { paths: [], steps: 0, cost: 0, lowerBound: 0, unreachable: notArranged }
  const options: PlanOptions = {
    inputs,
    capabilities,
    needs: ({ event: { type } }) => {
      const why = cannotSend?.(flow.id, type)
      return [...(flow.events[type]?.needs ?? []), ...(why ? [`${type} (${why})`] : [])]
    },
    failed: known.notPassed,
    ...(maxSteps && { maxSteps }),
  }
  const { unreachable } = plan(flow.machine, options)
  const { edges } = explore(flow.machine, { inputs })
  const out = new Set(unreachable.map(({ id }) => id))
  const walkable = edges.filter(({ id, transition }) => !out.has(id) && !known.notPassed.includes(transition))
  const once = [...Map.groupBy(walkable, ({ transition }) => transition)].flatMap(([transition, same]) =>
    known.passed.includes(transition) ? same : same.slice(1),
  )
  const made = plan(flow.machine, { ...options, covered: once.map(({ id }) => id) })
  return {
    ...made,
    unreachable: new Map([...reasons(edges, unreachable), ...notArranged]),
    paths: made.paths.map(({ given = '', steps }, n) => ({
      id: `${flow.id}-${first + n}`,
      flow: flow.id,
      given,
      events: steps.map(({ event }) => event.type),
    })),
  }
}

/** The transitions that only those givens lead to that cannot be arranged, and why not. */
function onlyFrom(
  flow: Flow,
  givens: string[],
  inputs: Record<string, unknown>,
  cannotArrange: PlanRequest['cannotArrange'],
): FlowPlan['unreachable'] {
  const reachedFrom = (names: string[]) =>
    new Set(
      names.flatMap((given) =>
        explore(flow.machine, { inputs: { [given]: { given } } }).edges.map(({ transition }) => transition),
      ),
    )
  const reached = reachedFrom(Object.keys(inputs))
  const left = givens.flatMap((given) => {
    const why = cannotArrange?.(flow.id, given)
    return why ? [...reachedFrom([given])].map((transition) => [transition, why] as const) : []
  })
  return new Map(
    left.flatMap(([transition, why]) =>
      reached.has(transition)
        ? []
        : [
            [
              transition,
              { verdict: 'not-testable', notPlanned: 'needs-capability', reason: `Not walked: ${why}.` },
            ] as const,
          ],
    ),
  )
}

/** A transition is out of reach only where it is so in every context. */
function reasons(edges: readonly { id: string; transition: string }[], unreachable: Unreachable[]) {
  const why = new Map(unreachable.map((one) => [one.id, one]))
  const transitions = Map.groupBy(edges, ({ transition }) => transition)
  for (const { id } of unreachable)
    if (!edges.some((edge) => edge.id === id)) transitions.set(id, [{ id, transition: id }])
  return new Map(
    [...transitions].flatMap(([transition, same]) => {
      const [first, ...others] = same.flatMap(({ id }) => why.get(id) ?? [])
      return first && others.length + 1 === same.length ? [[transition, verdictOf(first)] as const] : []
    }),
  )
}

function verdictOf({ why, reason }: Unreachable): NotPlanned {
  const lacking = why === 'needs-capability' || why === 'behind'
  return {
    verdict: lacking ? 'not-testable' : 'inconclusive',
    notPlanned: why,
    reason: `Not walked: ${reason}.`,
  }
}
