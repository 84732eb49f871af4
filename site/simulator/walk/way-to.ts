import type { Edge } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { begin, choicesAt, type Moment, reach } from '../../../machines/model/walk.ts'
import type { Place } from './address.ts'

/** Where a reader wants to be: where a documented step is due, in a state, or after a transition. Both by their ids. */
export type Destination = { step: number } | { state: string } | { edge: string }

export type Way = Pick<Place, 'given' | 'walk'>

/** The events that are still to be done at a moment to arrive; `undefined` where one cannot from there. */
function restAt(flow: Flow, moment: Moment, destination: Destination): string[] | undefined {
  if ('state' in destination) {
    const { state } = moment
    return state === destination.state || state.startsWith(`${destination.state}.`) ? [] : undefined
  }
  if ('edge' in destination) {
    const edge = choicesAt(flow, moment).find(({ id }) => id === destination.edge)
    return edge && [edge.event]
  }
  const id = `${flow.id}.${destination.step}`
  const isDue = ({ meta }: Edge) => 'step' in meta && meta.step === id && !meta.refused
  return choicesAt(flow, moment).some(isDue) ? [] : undefined
}

function wayFrom(flow: Flow, given: string, destination: Destination, may?: (edge: Edge) => boolean) {
  for (const { moment, events } of reach(flow, begin(flow, given), may)) {
    const rest = restAt(flow, moment, destination)
    if (rest) return { given, walk: [...events, ...rest] }
  }
  return undefined
}

const shorter = (best: Way | undefined, way: Way) =>
  best && best.walk.length <= way.walk.length ? best : way

/**
 * The shortest way to a destination: the given that is nearest to it, which is arranged by one call, and what is left to do
 * from there. The given that the reader chose is kept if no other is nearer. What is refused is done on the way only where
 * nothing else leads there.
 */
export function wayTo(flow: Flow, destination: Destination, chosen: string): Way | undefined {
  const givens = [chosen, ...Object.keys(flow.givens).filter((given) => given !== chosen)]
  const best = (may?: (edge: Edge) => boolean) =>
    givens
      .flatMap((given) => wayFrom(flow, given, destination, may) ?? [])
      .reduce<Way | undefined>(shorter, undefined)
  return best(({ meta }) => !meta.refused) ?? best()
}
