import type { Flow } from '../../../machines/flow.ts'
import { begin, choicesAt, type Moment, step } from '../../../machines/walk.ts'
import type { Target } from '../../targets/target.ts'
import { allowedAt } from './walk-to.ts'

/** One state of a flow as it is reached from a given, and what must be refused there. */
export interface Place {
  given: string
  events: string[]
  moment: Moment
  /** Screens on the way there: whoever is sent back to one of them has gained nothing. */
  before: string[]
  refused: string[]
}

/** Every state that can be reached at a target, on the shortest way, with the events that have no business there. */
export function placesOf(flow: Flow, target: Target): Place[] {
  const givens = Object.keys(flow.givens).filter((given) => !target.cannotArrange?.(flow.id, given))
  const places = givens.flatMap((given) => placesFrom(flow, target, given))
  // A state that several givens lead to is tried once, but where it is signed in: there the given is the right.
  const seen = new Set<string>()
  return places.filter(({ given, moment }) => {
    const key = moment.signedIn ? `${given} ${moment.state}` : moment.state
    const isNew = !seen.has(key)
    seen.add(key)
    return isNew
  })
}

function placesFrom(flow: Flow, target: Target, given: string): Place[] {
  const first: Omit<Place, 'refused'> = { given, events: [], moment: begin(flow, given), before: [] }
  const reached = [first]
  const seen = new Set([first.moment.state])
  for (const place of reached)
    for (const { event, meta } of choicesAt(flow, place.moment)) {
      const next = canSend(flow, target, event) && !meta.refused ? step(flow, place.moment, event) : undefined
      if (!next || seen.has(next.state)) continue
      seen.add(next.state)
      reached.push({
        given,
        events: [...place.events, event],
        moment: next,
        before: [...place.before, place.moment.screen],
      })
    }
  const everAllowed = new Set(reached.flatMap(({ moment }) => [...allowedAt(flow, moment)]))
  return reached.map((place) => {
    // Whoever is signed in may do what is theirs from any page; what is not theirs, from none.
    const allowed = place.moment.signedIn ? everAllowed : allowedAt(flow, place.moment)
    return { ...place, refused: Object.keys(flow.events).filter((event) => !allowed.has(event)) }
  })
}

const canSend = (flow: Flow, target: Target, event: string) =>
  !target.cannotSend?.(flow.id, event) &&
  (flow.events[event]?.needs ?? []).every((need) => target.capabilities.includes(need))
