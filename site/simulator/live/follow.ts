import type { Flow } from '../../../machines/flow.ts'
import { begin, step } from '../../../machines/walk.ts'
import type { NumberedEvent } from '../../tenant/events.ts'

/** What the machine makes of a sandbox's events. */
export interface Followed {
  walk: string[]
  /** The last thing that happened, if the model does not know it there. */
  stranger?: string
}

/** Walks the machine along what was done in a sandbox. What the model does not know is passed over, and said. */
export function follow(flow: Flow, given: string, events: NumberedEvent[]): Followed {
  const walk: string[] = []
  let stranger: string | undefined
  let moment = begin(flow, given)
  for (const event of events) {
    if (event.kind !== 'did') continue
    const next = step(flow, moment, event.event)
    const shown = event.screen
    if (!next) stranger = flow.events[event.event]?.label ?? event.event
    else {
      moment = next
      walk.push(event.event)
      stranger = undefined
      if (shown !== null && shown !== next.screen)
        stranger = `the tenant shows “${shown}” where the model expects “${next.screen}”`
    }
  }
  return { walk, stranger }
}
