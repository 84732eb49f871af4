import type { Flow } from '../../../machines/model/flow.ts'
import { bestReading, interpret, type Reading } from '../../../machines/model/interpret.ts'
import type { Did } from '../../../machines/model/observation.ts'
import type { Moment } from '../../../machines/model/walk.ts'
import type { Happened } from './happened.ts'

/**
 * The events that stand for what a person did, in order; `undefined` where the model knows none. An event that is done
 * several times over happens at the last of them.
 * @param before what has happened until then
 */
export function understand(
  flow: Flow,
  from: Moment,
  did: Did,
  before: readonly Happened[],
): string[] | undefined {
  const readings = interpret(flow, from, did)
  const timesOf = ({ moments }: Reading) => flow.events[moments.at(-1)?.edge?.event ?? '']?.times ?? 1
  const often = readings.filter(
    (reading) => timesOf(reading) > 1 && timesOf(reading) <= timesSame(flow, reading, before),
  )
  const once = readings.filter((reading) => timesOf(reading) === 1)
  const best = bestReading(often) ?? bestReading(once)
  return best?.moments.flatMap(({ edge }) => edge?.event ?? [])
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
