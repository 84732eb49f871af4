import type { Flow } from '../../../machines/model/flow.ts'
import type { StepId } from '../../../machines/model/origin.ts'

/** Where the reader is in a flow: enough to get back to exactly this moment. */
export interface Place {
  mode: 'model' | 'live'
  given: string
  /** The events so far, and those that were gone back over. */
  walk: string[]
  /** How many of them have happened at this moment: 0 is the beginning. */
  at: number
  /** Live, where the walk was not seen from its beginning: from which event on it was, and the steps done before that. */
  seen?: { from: number; done: readonly StepId[] } | undefined
  /** The procedure of a journey that is being walked by hand since then. */
  within?: { flow: string; given: string; walk: readonly string[] }
}

export const beginning = (flow: Flow): Place => ({
  mode: 'model',
  given: Object.keys(flow.givens)[0] ?? '',
  walk: [],
  at: 0,
})

/** Reads `#given=…&walk=a,b&at=1&within=flow,given,c&mode=live`; what does not fit the flow falls back to its beginning. */
export function readAddress(flow: Flow, hash: string): Place {
  const query = new URLSearchParams(hash.replace(/^#/, ''))
  const start = beginning(flow)
  const given = query.get('given') ?? ''
  const walk = (query.get('walk') ?? '').split(',').filter((event) => Object.hasOwn(flow.events, event))
  const at = Number.parseInt(query.get('at') ?? '', 10)
  const [inner, innerGiven, ...innerWalk] = (query.get('within') ?? '').split(',')
  return {
    mode: query.get('mode') === 'live' ? 'live' : 'model',
    given: Object.hasOwn(flow.givens, given) ? given : start.given,
    walk,
    at: Number.isInteger(at) ? Math.min(Math.max(at, 0), walk.length) : walk.length,
    ...(inner && innerGiven && { within: { flow: inner, given: innerGiven, walk: innerWalk } }),
  }
}

/** Whether a place is on the way of another, earlier or the same: both know the same walk, as far as it goes. */
export const hasPassed = (place: Place, earlier: Place): boolean =>
  place.mode === earlier.mode &&
  place.given === earlier.given &&
  earlier.walk.every((event, n) => event === place.walk[n])

/** The inverse of {@link readAddress}; empty at the very beginning, so that a fresh page has a clean address. */
export function writeAddress(flow: Flow, { mode, given, walk, at, within }: Place): string {
  const parts = [
    mode === 'live' && 'mode=live',
    given !== beginning(flow).given && `given=${given}`,
    walk.length > 0 && `walk=${walk.join(',')}`,
    at !== walk.length && `at=${at}`,
    within && `within=${[within.flow, within.given, ...within.walk].join(',')}`,
  ].filter(Boolean)
  return parts.length > 0 ? `#${parts.join('&')}` : ''
}
