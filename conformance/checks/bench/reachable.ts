import type { Edge } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { begin, type Reached, reach } from '../../../machines/model/walk.ts'
import type { Target } from '../../targets/target.ts'

/** The givens of a flow that can be arranged at a target. */
export const givensAt = (flow: Flow, target: Target): string[] =>
  Object.keys(flow.givens).filter((given) => !target.cannotArrange?.(flow.id, given))

/** Every moment that can be reached at a target from a given without a refusal; the nearest first. */
export const reachable = (flow: Flow, target: Target, given: string): Reached[] =>
  reach(flow, begin(flow, given), (edge) => !edge.meta.refused && canSend(flow, target, edge))

/** Whether a transition can be taken at a target. */
export const canSend = (flow: Flow, target: Target, { id, event }: Edge): boolean =>
  !target.cannotSend?.(flow.id, event, id) &&
  (flow.events[event]?.needs ?? []).every((need) => target.capabilities.includes(need))

/** Whether a screen is a mail. */
export const isMail = ({ packs }: Pick<Target, 'packs'>, screen: string): boolean =>
  packs.some(({ screens }) => screens[screen]?.kind === 'mail')

/** Whether a screen shows people where they are: a mail does not, nor one that the target does not have. */
export const canBeSeen = (target: Pick<Target, 'packs' | 'overrides'>, screen: string): boolean =>
  !isMail(target, screen) && target.overrides?.[screen]?.absent === undefined
