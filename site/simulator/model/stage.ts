import type { Leg } from '../../../machines/model/event.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import type { Did } from '../../../machines/model/observation.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { begin, choicesAt, type Moment, walk } from '../../../machines/model/walk.ts'
import { eventsOf, givenOf, type Happened, happenedAlong, openedAt, walkOfLeg } from './happened.ts'
import { understand } from './understand.ts'

/** A walk up to the moment that is shown. */
export interface Walked {
  flow: Flow
  given: string
  /** The beginning first, the moment that is shown last. */
  moments: readonly [Moment, ...Moment[]]
}

/** A procedure of a journey that is being walked by hand. */
export interface Within {
  flow: string
  given: string
  walk: readonly string[]
}

/** What is shown and can be acted on: the walk itself or, within a journey, the procedure that was begun. */
export interface Stage extends Walked {
  pack: Pack
  /** The walk that the page's address has. */
  outer: Walked
  isWithin: boolean
  happened: readonly Happened[]
}

/** What comes of something that was done. */
export type Outcome =
  | { is: 'walked'; walk: string[] }
  | { is: 'within'; within: Within }
  /** A procedure was walked to its end: the journey's event for it has happened. */
  | { is: 'finished'; event: string; within: Within }
  | { is: 'unknown' }

export const keyOf = ({ flow, given }: Pick<Walked, 'flow' | 'given'>): string => `${flow.id}:${given}`

export function stageOf(pack: Pack, outer: Walked, within: Within | undefined): Stage {
  const happened = happenedAlong(pack, outer.flow, outer.moments, keyOf(outer))
  if (!within) return { ...outer, pack, outer, isWithin: false, happened }
  const flow = flowOf(pack, within.flow)
  const [first = begin(flow, within.given), ...rest] = walk(flow, within.given, within.walk)
  const inner = { flow, given: within.given, moments: [first, ...rest] as const }
  const key = `${happened.at(-1)?.key ?? keyOf(outer)}~${keyOf(inner)}`
  return {
    ...inner,
    moments: [first, ...rest],
    pack,
    outer,
    isWithin: true,
    happened: [...happened, ...happenedAlong(pack, flow, inner.moments, key)],
  }
}

/** The moment that is shown. */
export const nowOf = ({ moments }: Walked): Moment => moments.at(-1) ?? moments[0]

const eventsUpTo = ({ moments }: Walked, at: number): string[] =>
  moments.slice(1, at + 1).flatMap(({ edge }) => edge?.event ?? [])

/**
 * Understands what a person did. A form is read as a whole, from the moment it was opened: what was typed into it before may
 * have been changed since.
 */
export function outcomeOf(stage: Stage, did: Did): Outcome {
  const { flow, moments, happened } = stage
  const at = moments.length - 1
  const from = did.what === 'send' || did.what === 'type' ? openedAt(flow, moments, at) : at
  const start = moments[from] ?? moments[0]
  const before = happened.slice(0, happened.length - (at - from))
  const events = understand(flow, start, did, before)
  if (events) return goOn(stage, [...eventsUpTo(stage, from), ...events])
  if (did.what === 'type') return from < at ? goOn(stage, eventsUpTo(stage, from)) : { is: 'unknown' }
  return beginLeg(stage, did) ?? { is: 'unknown' }
}

function goOn(stage: Stage, walk: string[]): Outcome {
  if (!stage.isWithin) return { is: 'walked', walk }
  return finish(stage, { flow: stage.flow.id, given: stage.given, walk })
}

/** The procedures that a journey can go on with, each with the event that stands for it. */
function legsAt(pack: Pack, outer: Walked): { event: string; leg: Leg; flow: Flow; given: string }[] {
  return choicesAt(outer.flow, nowOf(outer)).flatMap(({ event }) => {
    const leg = outer.flow.events[event]?.leg
    if (!leg) return []
    const flow = flowOf(pack, leg.flow)
    return [{ event, leg, flow, given: givenOf(flow, leg) }]
  })
}

/** A procedure is begun by what it begins with, or by opening the address of its first page. */
function beginLeg({ pack, outer }: Stage, did: Did): Outcome | undefined {
  const begun = legsAt(pack, outer).flatMap(({ flow, given }) => {
    const first = begin(flow, given)
    const events = understand(flow, first, did, [])
    const isOpened = did.what === 'visit' && pack.addresses[did.address] === first.screen
    return events || isOpened ? [{ flow: flow.id, given, walk: events ?? [] }] : []
  })
  const [within] = begun
  return within && finish({ pack, outer }, within)
}

/** Which of the journey's events a procedure that has come to its end stands for; several may be the same but for a field. */
function finish({ pack, outer }: Pick<Stage, 'pack' | 'outer'>, within: Within): Outcome {
  const last = walk(flowOf(pack, within.flow), within.given, within.walk).at(-1)
  const [finished] = legsAt(pack, outer)
    .filter(({ flow, given }) => flow.id === within.flow && given === within.given)
    .filter(({ leg }) => walkOfLeg(pack, leg).at(-1)?.state === last?.state)
    .toSorted((a, b) => likeness(b.leg, within) - likeness(a.leg, within))
  return finished ? { is: 'finished', event: finished.event, within } : { is: 'within', within }
}

/** How many events of a leg were done, less those that were not. */
function likeness(leg: Leg, { walk }: Within): number {
  const events = eventsOf(leg)
  const done = events.filter((event) => walk.includes(event)).length
  return done - (events.length - done)
}
