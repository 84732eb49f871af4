import type { Flow } from '../../../machines/model/flow.ts'
import { type Moment, momentKey, reach, walkFrom } from '../../../machines/model/walk.ts'

/** Events to be done, each with the screen where it is. */
export interface ScreenEvent {
  event: string
  screen: string
}

/**
 * The shortest way from the screen that is shown to where the person was before, over nothing that the product refuses.
 * @returns `undefined` if the flow has no such way
 */
export function wayBack(flow: Flow, to: Moment, shown: string): ScreenEvent[] | undefined {
  for (const { moment } of reach(flow, to)) {
    if (moment.screen !== shown) continue
    const ways = reach(flow, moment, ({ meta }) => !meta.refused)
    const way = ways.find((one) => momentKey(one.moment) === momentKey(to))
    if (!way) continue
    const moments = walkFrom(flow, moment, way.events)
    return way.events.map((event, n) => ({ event, screen: moments[n]?.screen ?? shown }))
  }
  return undefined
}
