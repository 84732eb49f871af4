import type { Flow } from '../../../machines/model/flow.ts'
import { momentKey, walk } from '../../../machines/model/walk.ts'
import { leadsToPage } from './own-entries.ts'

/** The way to where the reader wants to be: an address that was opened, a step that was chosen. */
export interface Replay {
  /** Events from the given on. */
  wanted: readonly string[]
  /** How many of them have been done; `undefined` before it is known whether the sandbox is on this way. */
  done?: number
  /** The sandbox was made for this way. */
  isFresh?: true
  /** The place to be at has an entry in the browser's history already: on the way there, it keeps its address. */
  isEntry?: true
}

/** Where the sandbox is. */
export interface Here {
  /** The events that were followed. */
  walk: readonly string[]
  /** Of the moment that they led to; `undefined` while the tracker is off the path. */
  key: string | undefined
  /** The sandbox is there, all that happened in it has been read, and nothing is being done. */
  isReady: boolean
}

/** What to do next on the way. */
export type Next =
  | { do: 'nothing' }
  /** The sandbox is on this way already, that many events along. */
  | { do: 'join'; done: number }
  | { do: 'perform'; event: string }
  | { do: 'start-over' }
  | { do: 'arrive' }
  | { do: 'give-up'; reason: string }

/** What leads on to where the reader wants to be. A sandbox that is elsewhere is left for a fresh one, once. */
export function nextOf(flow: Flow, given: string, replay: Replay | undefined, here: Here): Next {
  if (!replay || !here.isReady) return { do: 'nothing' }
  const { wanted, done, isFresh, isEntry } = replay
  const startOver = (reason: string): Next => {
    if (isEntry) return { do: 'arrive' }
    return isFresh ? { do: 'give-up', reason } : { do: 'start-over' }
  }
  if (done === undefined) {
    const isOnWay = here.key !== undefined && here.walk.every((event, n) => event === wanted[n])
    return isOnWay
      ? { do: 'join', done: here.walk.length }
      : startOver('The new sandbox does not start in the same state as the model.')
  }
  const last = wanted[done - 1]
  const label = last === undefined ? 'The beginning' : (flow.events[last]?.label ?? last)
  const expected = walk(flow, given, wanted)[done]
  if (!expected) return { do: 'give-up', reason: `“${label}” is not possible at that point.` }
  if (here.key !== momentKey(expected))
    return startOver(`“${label}” has led to another state than the model has.`)
  const event = wanted[done]
  return event === undefined ? { do: 'arrive' } : { do: 'perform', event }
}

/** The way once that has been begun; `undefined` at its end. */
export function after({ done = 0, ...replay }: Replay, next: Next): Replay | undefined {
  switch (next.do) {
    case 'join':
      return { ...replay, done: next.done }
    case 'perform':
      return { ...replay, done: done + 1 }
    case 'start-over':
      return { wanted: replay.wanted, isFresh: true }
    default:
      return undefined
  }
}

/** Whether nothing but typing into the same page leads from one place to another. */
export function isFilledBy(
  flow: Flow,
  given: string,
  from: readonly string[],
  to: readonly string[],
): boolean {
  if (to.length <= from.length || from.some((event, n) => event !== to[n])) return false
  const [here, ...filled] = walk(flow, given, to).slice(from.length)
  const events = to.slice(from.length).map((id) => flow.events[id])
  return (
    filled.every(({ screen }) => screen === here?.screen) &&
    events.every((event) => event?.fill !== undefined && !leadsToPage(event))
  )
}

/** What had led to the page, without what was typed into it since. */
export function walkToPage(flow: Flow, given: string, walk: readonly string[]): readonly string[] {
  const length = walk.findIndex((_event, n) => isFilledBy(flow, given, walk.slice(0, n), walk))
  return length < 0 ? walk : walk.slice(0, length)
}
