import type { EventSpec } from '../../machines/model/event.ts'
import type { Flow } from '../../machines/model/flow.ts'
import type { Pack } from '../../machines/model/pack.ts'
import { flowOf } from '../../machines/model/perform.ts'
import type { Target } from '../targets/target.ts'

/** Milliseconds that a click takes at least on a busy machine. */
const CLICK = 10_000
/** What is looked for may take all of the patience: before a click, after it, and where evidence is. */
const PATIENCES = 3
/** A click of a procedure takes that many: it is looked for again, and fields are filled in. */
const CLICKS_PER_EVENT = 3
/** A new one-time code comes every half minute, and where no clock can be moved one waits for it. */
const UNTIL_THE_NEXT_CODE = 30_000

/** Milliseconds that an event may take at a target; it may be a whole procedure. */
export function timeFor(
  target: Pick<Target, 'patience' | 'capabilities'>,
  pack: Pack,
  event: EventSpec,
): number {
  const parts = [event, ...partsOf(pack, event)]
  const clicks = (event.times ?? 1) + CLICKS_PER_EVENT * (parts.length - 1)
  const codes = target.capabilities.includes('clock') ? 0 : parts.filter(mayAskForCode).length
  return clicks * Math.max(CLICK, PATIENCES * target.patience) + codes * UNTIL_THE_NEXT_CODE
}

/** The same for all events of a path. */
export const timeForAll = (
  target: Pick<Target, 'patience' | 'capabilities'>,
  pack: Pack,
  { events }: Flow,
  path: readonly string[],
): number => path.reduce((sum, name) => sum + (events[name] ? timeFor(target, pack, events[name]) : 0), 0)

/** What a procedure consists of; a function may do anything. */
function partsOf(pack: Pack, { leg }: EventSpec): (EventSpec | undefined)[] {
  if (!leg) return []
  const { events } = flowOf(pack, leg.flow)
  return leg.events.map((name) => (typeof name === 'string' ? events[name] : undefined))
}

const mayAskForCode = (event: EventSpec | undefined): boolean =>
  !event || event.does !== undefined || event.needs?.includes('authenticator-app') === true
