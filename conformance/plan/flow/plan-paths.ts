import type { Capability } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { type Depth, explore, type Plan, type PlanOptions, plan, type Unreachable } from '../index.ts'
import { looksOfFlow } from './looks.ts'
import type { PlannedPath } from './path.ts'

/** What was found out about a flow's transitions so far; the ids are those of the model. */
export interface KnownResults {
  passed: string[]
  /** Not to be walked again: what failed, and what nothing could be said about. */
  notPassed: string[]
  /** Paths, as far as they passed. Only what goes deeper than `transitions` asks for them. */
  walked?: Pick<PlannedPath, 'given' | 'events'>[]
}

export interface FlowPlan extends Pick<Plan, 'steps' | 'cost' | 'lowerBound' | 'tour' | 'guarantee'> {
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
  /** Why an event of a flow cannot be sent at a transition, by its id; `undefined` where it can. */
  cannotSend?(flow: string, event: string, transition: string): string | undefined
  capabilities: readonly Capability[]
  maxSteps?: number | undefined
  /** Default `transitions`. */
  depth?: Depth | undefined
  /** Each transition once, as it is written down. Default: at the depth `transitions`; what goes deeper takes it in every context. */
  written?: boolean | undefined
  known: KnownResults
  /** Number of the first path. */
  first: number
}

/**
 * The paths that lead over every transition of the flow that is not known yet, around those that did not pass, as deep as asked for.
 * What only a given leads to that the target cannot arrange is left out.
 */
export function planFlow(flow: Flow, request: PlanRequest): FlowPlan {
  const { capabilities, maxSteps, known, first, cannotArrange, cannotSend, depth = 'transitions' } = request
  const inputsOf = (givens: string[]) => Object.fromEntries(givens.map((given) => [given, { given }]))
  const givens = Object.keys(flow.givens)
  const inputs = inputsOf(givens.filter((given) => !cannotArrange?.(flow.id, given)))
  const notArranged = onlyFrom(flow, givens, inputs, cannotArrange)
  if (Object.keys(inputs).length === 0)
    return { paths: [], steps: 0, cost: 0, lowerBound: 0, unreachable: notArranged }
  const isDeep = depth !== 'transitions'
  const options: PlanOptions = {
    inputs,
    capabilities,
    depth,
    written: request.written ?? !isDeep,
    looks: looksOfFlow(flow),
    needs: ({ event: { type }, transition }) => {
      const why = cannotSend?.(flow.id, type, transition)
      return [...(flow.events[type]?.needs ?? []), ...(why ? [`${type} (${why})`] : [])]
    },
    failed: known.notPassed,
    ...(maxSteps && { maxSteps }),
  }
  const { edges } = explore(flow.machine, { inputs })
  const passed = edges.filter(({ transition }) => known.passed.includes(transition)).map(({ id }) => id)
  const walked = (known.walked ?? []).map(({ given, events }) => ({
    given,
    events: events.map((type) => ({ type })),
  }))
  const made = plan(flow.machine, { ...options, ...(isDeep ? { walked } : { covered: passed }) })
  return {
    ...made,
    unreachable: new Map([...reasons(edges, made.unreachable), ...notArranged]),
    paths: made.paths.map(({ given = '', steps }, n) => ({
      id: `${flow.id}-${first + n}`,
      flow: flow.id,
      given,
      events: steps.map(({ event }) => event.type),
      ...(isDeep && { verifies: steps.map(({ verifies = -1 }) => verifies) }),
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

/** A transition is out of reach only if it is out of reach in every context. */
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
