import type { Flow } from '../../../machines/model/flow.ts'
import { choicesAt, type Moment, send } from '../../../machines/model/walk.ts'
import type { Target } from '../../targets/target.ts'
import { canBeSeen, canSend, givensAt, reachable } from '../bench/reachable.ts'

/** Something that a person does on a screen of a flow, and where that leads. */
export interface Attempt {
  given: string
  /** The way to where it is done. */
  events: string[]
  event: string
  before: Moment
  after: Moment
}

/**
 * Every event that leads on from a screen, each at the place that is reached first.
 * @param others flows whose attempts are not made once more
 */
export function attemptsOf(flow: Flow, target: Target, others: readonly Flow[] = []): Attempt[] {
  const done = new Set(others.flatMap((other) => attemptsOf(other, target).map(nameOf)))
  const attempts = givensAt(flow, target)
    .flatMap((given) => reachable(flow, target, given).map((reached) => ({ given, ...reached })))
    .flatMap(({ given, moment, events }) =>
      choicesAt(flow, moment).flatMap((edge) => {
        const { event, meta } = edge
        const after = send(flow, moment, event)
        const leadsOn = after && after.state !== moment.state && !meta.refused
        const isSeen = leadsOn && [moment, after].every(({ screen }) => canBeSeen(target, screen))
        return isSeen && maySend(flow, event) && canSend(flow, target, edge)
          ? [{ given, events, event, before: moment, after }]
          : []
      }),
    )
  const nearest = Map.groupBy(attempts, ({ event, after }) => `${event} ${after.state}`)
  return [...nearest.values()]
    .flatMap((same) => same.toSorted((a, b) => a.events.length - b.events.length)[0] ?? [])
    .filter((attempt) => !done.has(nameOf(attempt)))
}

/** The same in every flow that has these screens. */
const nameOf = ({ event, before, after }: Attempt) => `${event} ${before.screen} ${after.screen}`

/** Typing sends nothing, nor does a mail or a clock; what the provider gets is not the target's. */
function maySend(flow: Flow, event: string): boolean {
  const { at, press } = flow.events[event] ?? {}
  return at === 'key' || (at === 'screen' && press !== undefined)
}
