import type { Pack } from '../../../machines/model/pack.ts'
import { begin, choicesAt, reach, send } from '../../../machines/model/walk.ts'

/** What ends a session: a button or link of a screen that only someone who is logged in sees. */
export interface Exit {
  screen: string
  press: string
}

/** How a person logs out, as far as the flows of a pack know it. */
export function exitOf({ flows }: Pack): Exit | undefined {
  for (const flow of flows)
    for (const given of Object.keys(flow.givens))
      for (const { moment } of reach(flow, begin(flow, given)))
        for (const { event, meta } of choicesAt(flow, moment)) {
          const press = flow.events[event]?.press
          const leaves = moment.signedIn && !meta.refused && send(flow, moment, event)?.signedIn === false
          if (leaves && press) return { screen: moment.screen, press }
        }
  return undefined
}
