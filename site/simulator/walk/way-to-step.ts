import type { Flow } from '../../../machines/model/flow.ts'
import { begin, choicesAt, type Moment, reach } from '../../../machines/model/walk.ts'
import type { Place } from './address.ts'

const isDue = (flow: Flow, moment: Moment, id: string) =>
  choicesAt(flow, moment).some(({ meta }) => 'step' in meta && meta.step === id && !meta.refused)

/** The shortest walk from a given to a moment at which a step is due, over nothing but what does not turn away. */
const wayFrom = (flow: Flow, given: string, id: string): string[] | undefined =>
  reach(flow, begin(flow, given), ({ meta }) => !meta.refused).find(({ moment }) => isDue(flow, moment, id))
    ?.events

/**
 * Where a documented step is due: the given that is nearest to it, which is arranged by one call, and what is left to
 * do from there. The given that the reader chose is kept if no other is nearer.
 * @param number of the step, from 1
 */
export function wayToStep(
  flow: Flow,
  number: number,
  chosen: string,
): Pick<Place, 'given' | 'walk'> | undefined {
  const id = `${flow.id}.${number}`
  const givens = [chosen, ...Object.keys(flow.givens).filter((given) => given !== chosen)]
  const ways = givens.flatMap((given) => {
    const walk = wayFrom(flow, given, id)
    return walk ? [{ given, walk }] : []
  })
  return ways.reduce<Pick<Place, 'given' | 'walk'> | undefined>(
    (best, way) => (best && best.walk.length <= way.walk.length ? best : way),
    undefined,
  )
}
