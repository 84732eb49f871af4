import { edgesOf, initialOf, screenOf } from '../../machines/model/edges.ts'
import type { Flow } from '../../machines/model/flow.ts'

/** What is done on the screen itself: no mail is opened, and nobody goes to an address. */
export function isDoneThere(flow: Flow, event: string): boolean {
  const { at, goTo, leg } = flow.events[event] ?? {}
  return (at === 'screen' || at === 'key') && !goTo && !leg
}

/**
 * Whether a way that no documentation names leads back: every way to the screen leads over the other one, from where people go on
 * to it without a mail. Someone who is there may not have come to the screen yet.
 */
export function leadsBack(flow: Flow, other: string, screen: string): boolean {
  const known = back.get(flow.machine) ?? new Map<string, boolean>()
  back.set(flow.machine, known)
  const key = `${other} ${screen}`
  const answer =
    known.get(key) ??
    (other !== screen &&
      !isReached(flow, screen, { from: screenOf(flow, initialOf(flow)), around: other }) &&
      isReached(flow, screen, { from: other, by: (event) => isDoneThere(flow, event) }))
  known.set(key, answer)
  return answer
}

/** Looked up at each look at a page. */
const back = new WeakMap<Flow['machine'], Map<string, boolean>>()

interface Way {
  from: string
  /** A screen that it does not lead over. */
  around?: string
  by?(event: string): boolean
}

function isReached(flow: Flow, screen: string, { from, around, by = () => true }: Way): boolean {
  const reached = new Set<string>()
  const waiting = [from]
  for (const at of waiting) {
    if (at === around || reached.has(at)) continue
    if (at === screen) return true
    reached.add(at)
    for (const { source, target, event } of edgesOf(flow))
      if (screenOf(flow, source) === at && by(event)) waiting.push(screenOf(flow, target))
  }
  return false
}
