import type { Observation } from '../../machines/model/observation.ts'
import type { StepId } from '../../machines/model/origin.ts'
import { stepsDone, track } from '../../machines/model/track.ts'
import type { Known, Taken } from './explain-turn.ts'
import type { Understanding } from './understand.ts'

/** The documented steps that a walk has done, as the tracker sees them: it claims none whose outcome was not shown. */
export const stepsWalked = ({ pack, flow }: Known, { given, taken, moment }: Understanding): StepId[] =>
  stepsDone(track(pack, flow, given, observationsOf(taken, moment.screen)))

/** What was seen, in the words of the documentation. The fields of a form belong to the press of its button. */
function observationsOf(taken: readonly Taken[], last: string): Observation[] {
  let fields: Record<string, readonly string[]> = {}
  return taken.flatMap(({ spec, screen, after }, n): Observation[] => {
    const { at, press, fill = {}, key } = spec
    const shown = after && { screen: taken[n + 1]?.screen ?? last }
    fields = { ...fields, ...Object.fromEntries(Object.entries(fill).map(([label, is]) => [label, [is]])) }
    if (at !== 'mail' && press === undefined && spec.goTo === undefined && !shown) return []
    const typed = fields
    fields = {}
    if (at === 'mail')
      return [{ did: { what: 'follow', link: press ?? '', was: ['newest'] }, ...(shown && { shown }) }]
    if (spec.goTo !== undefined && press === undefined)
      return [{ did: { what: 'visit', address: spec.goTo }, ...(shown && { shown }) }]
    return [{ did: { what: 'send', screen, press, fields: typed, key }, ...(shown && { shown }) }]
  })
}
