import type { Edge } from '../../../machines/model/edges.ts'
import type { Flow } from '../../../machines/model/flow.ts'
import { walk } from '../../../machines/model/walk.ts'
import { splitChoices } from './choices.ts'

/** No documented way is longer; where a flow has no goal that can be reached, it ends there. */
const MOST_STEPS = 60

/** The transitions from a given to the goal, as “Do it for me” takes them. */
export function documentedWay(flow: Flow, given: string): Edge[] {
  const way: Edge[] = []
  while (way.length < MOST_STEPS) {
    const moments = walk(
      flow,
      given,
      way.map(({ event }) => event),
    )
    const [next] = splitChoices(flow, moments, moments.length - 1).documented
    if (moments.at(-1)?.goal || !next) break
    way.push(next)
  }
  return way
}
