import type { EventSpec } from '../../../machines/model/event.ts'
import { perform } from '../../../machines/model/perform.ts'
import { placeOf } from '../../../machines/model/track.ts'
import type { NumberedEvent } from '../../tenant/events.ts'
import { HOLDER } from './chair.ts'
import type { Frame } from './frame.ts'
import type { FrameControls, LiveParts } from './frame-controls.ts'
import type { FramePage } from './frame-pages.ts'
import type { LiveSession, SessionState } from './session.ts'

/** What nothing but the person who did it can see. */
const leavesNoTrace = ({ goTo, press, fill, wait, leg, seen }: EventSpec) =>
  [goTo, press, fill, wait, leg, seen].every((part) => part === undefined)

/**
 * Performs an event of the likeliest position, and ends when the tracker knows the result.
 * @throws when something is missing that the event needs
 */
export async function performEvent(parts: LiveParts, controls: FrameControls, event: string): Promise<void> {
  const { pack, frame, session, chair } = parts
  const { track } = session.state
  const [here] = track.positions
  const { flow } = here
  const spec = flow.events[event]
  if (!spec) throw new Error(`The flow “${flow.title}” has no event “${event}”.`)
  if (!spec.as) await chair.take(HOLDER)
  // A page that came later than the stream has told of it is not one of what comes now.
  frame.pages.takeEntries()
  const before = { page: frame.page, event: session.state.events.at(-1)?.n ?? 0 }
  await perform({ pack, screen: placeOf(track, here).moment.screen, event: spec }, controls)
  const page = await frame.settled()
  if (leavesNoTrace(spec)) session.observe({ did: { what: 'perform', event } })
  const isTold = page && page !== before.page && tellsOf(session.state.events, page, before.event)
  if (!isTold) await session.caughtUp()
  resync(frame, session)
}

/** Whether the stream has told, after event number `since`, of the request that a page answers: of that, it tells last. */
export const tellsOf = (
  events: readonly NumberedEvent[],
  { url }: Pick<FramePage, 'url'>,
  since: number,
): boolean => {
  const { pathname, search } = new URL(url)
  const isOfPage = (event: NumberedEvent) =>
    event.kind === 'request' && event.n > since && event.status < 300 && event.path === pathname + search
  return events.some(isOfPage)
}

/** The tracker goes by what the frame shows, where the stream did not tell. */
export function resync(
  frame: Pick<Frame, 'isAtProduct' | 'page'>,
  session: { state: Pick<SessionState, 'track'>; observe: LiveSession['observe'] },
): void {
  const { track } = session.state
  const screen = frame.isAtProduct ? frame.page?.screen : undefined
  if (!screen || screen === track.shown) return
  // A page that only redirects to another party does not count.
  if (track.shown === undefined && !(screen in track.pack.screens)) return
  session.observe({ shown: { screen } })
}
