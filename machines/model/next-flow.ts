import { type Flow, isJourney } from './flow.ts'
import type { Pack } from './pack.ts'

/**
 * The procedure that is done after another one: `null` after the last one of the documentation, and `undefined` where none
 * follows. A journey leads through procedures, and nothing follows it.
 */
export function nextFlow({ flows }: Pack, flow: Flow): Flow | null | undefined {
  if (isJourney(flow) || flow.next === null) return undefined
  if (flow.next !== undefined) return flows.find(({ id }) => id === flow.next)
  const after = flows[flows.indexOf(flow) + 1]
  return after && !isJourney(after) ? after : null
}
