import { walk } from '../../../machines/model/walk.ts'
import { type Happened, happenedInLeg } from './happened.ts'
import { keyOf, type Stage, type StageOutcome, stageOf } from './stage.ts'

/** What follows from something that was understood. */
export interface Advance {
  /** The walk of the page's address afterwards; absent where it stays as it is. */
  walk?: string[]
  /** The events that have happened by it. */
  happened: readonly Happened[]
  /** Where a procedure has come to its end: all that happened in it, and the events that will represent it. */
  finished?: { own: readonly Happened[]; scripted: readonly Happened[] }
}

const namesOf = (stage: Stage['outer']): string[] =>
  stage.moments.slice(1).flatMap(({ edge }) => edge?.event ?? [])

export function advance(stage: Stage, outcome: Exclude<StageOutcome, { is: 'unknown' }>): Advance {
  const { pack, outer } = stage
  if (outcome.is === 'walked') {
    const [first = outer.moments[0], ...rest] = walk(outer.flow, outer.given, outcome.walk)
    const { own } = stageOf(pack, { ...outer, moments: [first, ...rest] }, undefined)
    const isSame = outcome.walk.join() === namesOf(outer).join()
    return {
      ...(!isSame && { walk: outcome.walk }),
      happened: own.filter(({ flow }) => flow === outer.flow).slice(outcome.since),
    }
  }
  const { own } = stageOf(pack, outer, outcome.within)
  const happened = own.slice(outcome.since)
  if (outcome.is === 'within') return { happened }
  const events = [...namesOf(outer), outcome.event]
  const key = [keyOf(outer), ...events].join('/')
  return { walk: events, happened, finished: { own, scripted: happenedInLeg(pack, outcome.leg, key) } }
}
