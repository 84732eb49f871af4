import type { Flow } from '../../../machines/model/flow.ts'

/** Where the reader is in a flow: enough to get back to exactly this moment. */
export interface Place {
  mode: 'model' | 'live'
  given: string
  /** The events so far, and those that were gone back over. */
  walk: string[]
  /** How many of them have happened at this moment: 0 is the beginning. */
  at: number
}

export const beginning = (flow: Flow): Place => ({
  mode: 'model',
  given: Object.keys(flow.givens)[0] ?? '',
  walk: [],
  at: 0,
})

/** Reads `#given=…&walk=a,b&at=1&mode=live`; what does not fit the flow falls back to its beginning. */
export function readAddress(flow: Flow, hash: string): Place {
  const query = new URLSearchParams(hash.replace(/^#/, ''))
  const start = beginning(flow)
  const given = query.get('given') ?? ''
  const walk = (query.get('walk') ?? '').split(',').filter((event) => Object.hasOwn(flow.events, event))
  const at = Number.parseInt(query.get('at') ?? '', 10)
  return {
    mode: query.get('mode') === 'live' ? 'live' : 'model',
    given: Object.hasOwn(flow.givens, given) ? given : start.given,
    walk,
    at: Number.isInteger(at) ? Math.min(Math.max(at, 0), walk.length) : walk.length,
  }
}

/** The inverse of {@link readAddress}; empty at the very beginning, so that a fresh page has a clean address. */
export function writeAddress(flow: Flow, { mode, given, walk, at }: Place): string {
  const parts = [
    mode === 'live' && 'mode=live',
    given !== beginning(flow).given && `given=${given}`,
    walk.length > 0 && `walk=${walk.join(',')}`,
    at !== walk.length && `at=${at}`,
  ].filter(Boolean)
  return parts.length > 0 ? `#${parts.join('&')}` : ''
}
