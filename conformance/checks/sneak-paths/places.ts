import type { Flow } from '../../../machines/model/flow.ts'
import { type Moment, momentKey, walk } from '../../../machines/model/walk.ts'
import type { Target } from '../../targets/target.ts'
import { canBeSeen, givensAt, isMail, reachable } from '../bench/reachable.ts'
import { allowedAt } from '../bench/walk-to.ts'
import type { Stop } from '../bench/walker.ts'

/** One state of a flow as it is reached from a given, and what must be refused there. */
export interface TestedState extends Stop {
  moment: Moment
  /** Screens on the way there: someone who is sent back to one of them has gained nothing. */
  before: string[]
  refused: string[]
}

/** Every state that can be reached at a target, on the shortest way, with the events that are not allowed there. */
export function placesOf(flow: Flow, target: Target): TestedState[] {
  const places = givensAt(flow, target)
    .flatMap((given) => placesFrom(flow, target, given))
    .filter(({ moment }) => isMail(target, moment.screen) || canBeSeen(target, moment.screen))
  // A state that several givens lead to is tried once, unless it is logged in: there the given decides what is allowed.
  const seen = new Set<string>()
  return places.filter(({ given, moment }) => {
    const key = moment.signedIn ? `${given} ${moment.state}` : moment.state
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function placesFrom(flow: Flow, target: Target, given: string): TestedState[] {
  const reached = reachable(flow, target, given)
  const everAllowed = new Set(reached.flatMap(({ moment }) => [...allowedAt(flow, moment)]))
  return reached.map(({ moment, events }) => {
    // Someone who is logged in may do what is theirs from any page, and what is not theirs from none.
    const allowed = moment.signedIn ? everAllowed : allowedAt(flow, moment)
    const before = walk(flow, given, events).slice(0, -1)
    return {
      given,
      events,
      moment,
      isAt: (other, otherGiven) => otherGiven === given && momentKey(other) === momentKey(moment),
      before: before.map(({ screen }) => screen),
      refused: Object.keys(flow.events).filter((event) => !allowed.has(event)),
    }
  })
}
