import type { Flow } from '../../../machines/model/flow.ts'
import type { Moment } from '../../../machines/model/walk.ts'
import { splitChoices } from './choices.ts'

/** How many are named: all of them are listed below. */
const MOST_NAMED = 3

/**
 * What is possible where a person is off the documented path, in a sentence.
 * @param here the moment that is acted on; absent where nothing of a flow can be done with what is shown
 * @param canDo whether an event can be done with what is shown
 */
export function possibleInWords(
  here: { flow: Flow; moments: readonly Moment[]; at: number } | undefined,
  canDo: (event: string) => boolean,
): string {
  const { documented = [], others = [] } = here ? splitChoices(here.flow, here.moments, here.at) : {}
  const events = [...documented, ...others].map(({ event }) => event).filter(canDo)
  const labels = [...new Set(events.map((event) => here?.flow.events[event]?.label ?? event))]
  if (labels.length === 0) return 'Possible here: go back with ←, or open an address, above the page.'
  const named = labels.slice(0, MOST_NAMED).map((label) => `“${label}”`)
  const more = labels.length - named.length
  return `Possible here: ${named.join(', ')}${more > 0 ? `, and ${more} more below` : ''}.`
}
