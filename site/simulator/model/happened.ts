import type { Edge } from '../../../machines/model/edges.ts'
import type { EventSpec, Leg } from '../../../machines/model/event.ts'
import { type Flow, givenOf } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { type Moment, walk } from '../../../machines/model/walk.ts'

/** One event of a walk that has happened. */
export interface Happened {
  flow: Flow
  spec: EventSpec
  edge: Edge
  before: Moment
  after: Moment
  /** Who did it, by the name in the pack's `participants`. Absent for the holder of the account. */
  as?: string | undefined
  /** Tells it from all others, in this walk and in others: the way that led to it. */
  key: string
}

/** The events of a leg; what it does by functions is nothing that a model knows. */
export const eventsOf = ({ events }: Leg): string[] => events.filter((event) => typeof event === 'string')

/** The moments of a leg, from its beginning to its end. */
export function walkOfLeg(pack: Pack, leg: Leg): Moment[] {
  const flow = flowOf(pack, leg.flow)
  return walk(flow, givenOf(flow, leg), eventsOf(leg))
}

/**
 * What has happened along some moments of a flow. An event that represents a whole procedure counts by the events of
 * that procedure, and then as one event.
 * @param begun what tells this walk from others: its flow and given
 * @param by who walks, where that is not the holder of the account
 */
export function happenedAlong(
  pack: Pack,
  flow: Flow,
  moments: readonly Moment[],
  begun: string,
  by?: string,
): Happened[] {
  let key = begun
  return moments.slice(1).flatMap((after, n) => {
    const before = moments[n]
    const { edge } = after
    const spec = edge && flow.events[edge.event]
    if (!before || !edge || !spec) return []
    key = `${key}/${edge.event}`
    const as = spec.as ?? by
    const legs = spec.leg ? happenedInLeg(pack, spec.leg, key, as) : []
    return [...legs, { flow, spec, edge, before, after, as, key }]
  })
}

/** @param key of the event that represents the leg */
export const happenedInLeg = (pack: Pack, leg: Leg, key: string, by?: string): Happened[] =>
  happenedAlong(pack, flowOf(pack, leg.flow), walkOfLeg(pack, leg), `${key}:`, by)

/** An event that only fills in: the form stays open. */
export const onlyFills = ({ at, fill, press }: EventSpec): boolean =>
  at !== 'mail' && fill !== undefined && press === undefined

/**
 * Index of the moment at which the form of the last one was opened, nothing but its fields having changed since.
 * @param passing what else may have happened meanwhile
 */
export function openedAt(
  flow: Flow,
  moments: readonly Moment[],
  at: number,
  passing: (spec: EventSpec) => boolean = () => false,
): number {
  const now = moments[at]
  const before = moments[at - 1]
  const spec = now?.edge && flow.events[now.edge.event]
  const isOpen = spec && before?.screen === now.screen && (onlyFills(spec) || passing(spec))
  return isOpen ? openedAt(flow, moments, at - 1, passing) : at
}
