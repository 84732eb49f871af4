import type { Flow } from '../../../machines/model/flow.ts'
import { begin, type Moment, reach } from '../../../machines/model/walk.ts'
import { splitChoices } from './choices.ts'

/** What a moment means for the rest of the walk, where that has to be said. */
export type Outlook =
  /** The flow is meant to lead here. `isIn`: the walk has opened a session. */
  | { is: 'goal'; isIn: boolean }
  /** The goal was reached before, and nothing documented comes after this. */
  | { is: 'over' }
  /** Nothing documented leads on. `given`: a beginning from which the goal can be reached, if it cannot from this one. */
  | { is: 'stuck'; given?: string | undefined }

const successes = new WeakMap<Flow, Map<string, boolean>>()

/** Whether the goal can be reached from a beginning: the same each time, and costly to find out. */
function canSucceed(flow: Flow, given: string): boolean {
  const known = successes.get(flow) ?? new Map<string, boolean>()
  successes.set(flow, known)
  const can = known.get(given) ?? reach(flow, begin(flow, given)).some(({ moment }) => moment.goal)
  known.set(given, can)
  return can
}

/** What has to be said of a moment; `undefined` where something documented leads on. */
export function outlookAt(
  flow: Flow,
  given: string,
  moments: readonly Moment[],
  at: number,
): Outlook | undefined {
  const moment = moments[at]
  if (!moment) return undefined
  if (moment.goal) return { is: 'goal', isIn: moment.signedIn && moments[0]?.signedIn === false }
  if (splitChoices(flow, moments, at).documented.length > 0) return undefined
  if (moments.slice(0, at).some(({ goal }) => goal)) return { is: 'over' }
  const others = Object.keys(flow.givens).filter((other) => other !== given)
  return {
    is: 'stuck',
    given: canSucceed(flow, given) ? undefined : others.find((other) => canSucceed(flow, other)),
  }
}
