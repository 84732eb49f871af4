import type { Flow } from '../../../machines/model/flow.ts'
import { bestReading, interpret, type Reading } from '../../../machines/model/interpret.ts'
import type { Did } from '../../../machines/model/observation.ts'
import type { Moment } from '../../../machines/model/walk.ts'
import type { Happened } from './happened.ts'

/** What the model makes of something that was done. */
export interface Understood {
  /** The events it amounts to, in order. */
  events: string[]
  /** How many events before them they take the place of: those that were the same, done one by one. */
  instead: number
}

/**
 * The events that match what a person did; `undefined` where the model knows none. An event that is done several times
 * over takes the place of those that were done one by one, at the last of them.
 * @param before what has happened until then
 */
export function understand(
  flow: Flow,
  from: Moment,
  did: Did,
  before: readonly Happened[],
): Understood | undefined {
  const readings = interpret(flow, from, did)
  const timesOf = ({ moments }: Reading) => flow.events[moments.at(-1)?.edge?.event ?? '']?.times ?? 1
  const often = bestReading(
    readings.filter(
      (reading) => timesOf(reading) > 1 && timesOf(reading) <= timesSame(flow, reading, before),
    ),
  )
  const once = bestReading(readings.filter((reading) => timesOf(reading) === 1))
  const best = often ?? once
  return (
    best && {
      events: best.moments.flatMap(({ edge }) => edge?.event ?? []),
      instead: timesOf(best) - 1,
    }
  )
}

/** How often the same was done in a row, this time included. */
function timesSame(flow: Flow, { moments }: Reading, before: readonly Happened[]): number {
  const edge = moments.at(-1)?.edge
  const { fill, press } = flow.events[edge?.event ?? ''] ?? {}
  const isSame = ({ spec, after }: Happened) =>
    after.state === edge?.source && spec.press === press && JSON.stringify(spec.fill) === JSON.stringify(fill)
  const other = before.findLastIndex((happened) => !isSame(happened))
  return before.length - other
}
