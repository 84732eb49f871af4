import { stateMetaOf } from '../../../machines/model/edges.ts'
import type { Leg } from '../../../machines/model/event.ts'
import { type Flow, givenOf } from '../../../machines/model/flow.ts'
import type { Did } from '../../../machines/model/observation.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
import { begin, choicesAt, type Moment, send, walk } from '../../../machines/model/walk.ts'
import { eventsOf, type Happened, happenedAlong, openedAt, walkOfLeg } from './happened.ts'
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
  /** Whose browser is shown, by the name in the pack's `participants`. Absent for the holder of the account. */
  as?: string | undefined
  /** Everything that has happened, in the walk and in the procedure that was begun. */
  happened: readonly Happened[]
  /** What has happened in the procedure that was begun; the same as `happened` where none was. */
  own: readonly Happened[]
}

/** What follows from something that was done. */
export type StageOutcome =
  /** The walk continues; `since` is how many of its events had happened before. */
  | { is: 'walked'; walk: string[]; since: number }
  | { is: 'within'; within: Within; since: number }
  /** A procedure was walked to its end: the journey's event for it has happened. */
  | { is: 'finished'; event: string; leg: Leg; within: Within; since: number }
  | { is: 'unknown' }

export const keyOf = ({ flow, given }: Pick<Walked, 'flow' | 'given'>): string => `${flow.id}:${given}`

export function stageOf(pack: Pack, outer: Walked, within: Within | undefined): Stage {
  const before = happenedAlong(pack, outer.flow, outer.moments, keyOf(outer))
  if (!within) {
    const as = stateMetaOf(outer.flow, nowOf(outer).state).of
    return { ...outer, pack, outer, isWithin: false, as, happened: before, own: before }
  }
  const flow = flowOf(pack, within.flow)
  const as = legsAt(pack, outer).find((leg) => leg.flow === flow && leg.given === within.given)?.as
  const [first = begin(flow, within.given), ...rest] = walk(flow, within.given, within.walk)
  const inner: Walked = { flow, given: within.given, moments: [first, ...rest] }
  const own = happenedAlong(
    pack,
    flow,
    inner.moments,
    `${before.at(-1)?.key ?? keyOf(outer)}~${keyOf(inner)}`,
    as,
  )
  return { ...inner, pack, outer, isWithin: true, as, happened: [...before, ...own], own }
}

/** The moment that is shown. */
export const nowOf = ({ moments }: Walked): Moment => moments.at(-1) ?? moments[0]

const eventsUpTo = ({ moments }: Walked, at: number): string[] =>
  moments.slice(1, at + 1).flatMap(({ edge }) => edge?.event ?? [])

/** What tells each moment of a walk from all others, the beginning first. */
export const waysOf = ({ outer, happened }: Stage): string[] => [
  keyOf(outer),
  ...happened.map(({ key }) => key),
]

/** Tells the page that is shown from all others: it stays the same while its fields are filled in, and while time passes. */
export function openedKey(stage: Stage): string {
  const { flow, moments, isWithin } = stage
  const opened = openedAt(flow, moments, moments.length - 1, ({ wait }) => wait !== undefined)
  return [keyOf(stage), isWithin, ...eventsUpTo(stage, opened)].join('/')
}

/**
 * Understands what a person did. A form is read as a whole, from the moment it was opened: what was typed into it before may
 * have been changed since.
 */
export function outcomeOf(stage: Stage, did: Did): StageOutcome {
  const { flow, moments, happened } = stage
  const at = moments.length - 1
  const from = did.what === 'send' || did.what === 'type' ? openedAt(flow, moments, at) : at
  const start = moments[from] ?? moments[0]
  const before = happened.slice(0, happened.length - (at - from))
  const understood = understand(flow, start, did, before)
  if (understood) return goOn(stage, eventsUpTo(stage, from - understood.instead), understood.events)
  if (did.what === 'type') return from < at ? goOn(stage, eventsUpTo(stage, from), []) : { is: 'unknown' }
  return openAgain(stage, did) ?? beginLeg(stage, did) ?? { is: 'unknown' }
}

/** A link or an address that has opened the page opens it again, as long as nothing but the page has changed since. */
function openAgain(stage: Stage, did: Did): StageOutcome | undefined {
  if (did.what !== 'follow' && did.what !== 'visit') return undefined
  const { flow, moments, happened } = stage
  const at = moments.length - 1
  const opened = openedAt(flow, moments, at, ({ wait, sends }) => wait === undefined && sends === undefined)
  const from = moments[opened - 1]
  if (!from) return undefined
  const understood = understand(flow, from, did, happened.slice(0, happened.length - (at - opened) - 1))
  const events = understood?.events ?? []
  const isSame = send(flow, from, events[0] ?? '')?.state === moments[opened]?.state
  return events.length === 1 && isSame ? goOn(stage, eventsUpTo(stage, opened - 1), events) : undefined
}

function goOn(stage: Stage, before: readonly string[], events: readonly string[]): StageOutcome {
  const walk = [...before, ...events]
  if (!stage.isWithin) return { is: 'walked', walk, since: before.length }
  return finish(stage, { flow: stage.flow.id, given: stage.given, walk }, before.length)
}

/** The procedures that a journey can continue with, each with the event that represents it. */
function legsAt(pack: Pack, outer: Walked): BegunBy[] {
  return choicesAt(outer.flow, nowOf(outer)).flatMap(({ event }) => {
    const { leg, as } = outer.flow.events[event] ?? {}
    if (!leg) return []
    const flow = flowOf(pack, leg.flow)
    return [{ event, leg, as, flow, given: givenOf(flow, leg) }]
  })
}

interface BegunBy {
  event: string
  leg: Leg
  /** Who walks it. */
  as: string | undefined
  flow: Flow
  given: string
}

/** A procedure is begun by what it begins with, or by opening the address of its first page. */
function beginLeg({ pack, outer }: Stage, did: Did): StageOutcome | undefined {
  const begun = legsAt(pack, outer).flatMap(({ flow, given }) => {
    const first = begin(flow, given)
    const events = understand(flow, first, did, [])?.events
    const isOpened = did.what === 'visit' && pack.addresses[did.address] === first.screen
    return events || isOpened ? [{ flow: flow.id, given, walk: events ?? [] }] : []
  })
  const [within] = begun
  return within && finish({ pack, outer }, within, 0)
}

/** Which of the journey's events represents a procedure that has ended; several may differ only in a field. */
function finish({ pack, outer }: Pick<Stage, 'pack' | 'outer'>, within: Within, since: number): StageOutcome {
  const last = walk(flowOf(pack, within.flow), within.given, within.walk).at(-1)
  const [finished] = legsAt(pack, outer)
    .filter(({ flow, given }) => flow.id === within.flow && given === within.given)
    .filter(({ leg }) => walkOfLeg(pack, leg).at(-1)?.state === last?.state)
    .toSorted((a, b) => likeness(b.leg, within) - likeness(a.leg, within))
  if (!finished) return { is: 'within', within, since }
  return { is: 'finished', event: finished.event, leg: finished.leg, within, since }
}

/** How many events of a leg were done, less those that were not. */
function likeness(leg: Leg, { walk }: Within): number {
  const events = eventsOf(leg)
  const done = events.filter((event) => walk.includes(event)).length
  return done - (events.length - done)
}
