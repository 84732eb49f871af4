import type { Flow } from '../../../machines/model/flow.ts'
import { placeOf } from '../../../machines/model/track.ts'
import { walk as momentsOf } from '../../../machines/model/walk.ts'
import { readAddress } from '../walk/address.ts'
import { entryHere, type FrameEntry } from './frame-entry.ts'
import type { Live } from './open-live.ts'
import { screenShown } from './party-screen.ts'

/** The events that had led to the moment of an entry. */
export function walkAt(flow: Flow, { address }: FrameEntry): string[] {
  const { walk, at } = readAddress(flow, new URL(address).hash)
  return walk.slice(0, at)
}

/**
 * The page that is shown was shown at the end of a walk before: the tracker goes there, once it knows all that was done. If another
 * page comes meanwhile, it does not.
 */
export async function goBackTo(live: Live, walk: readonly string[]): Promise<void> {
  const { frame, session } = live
  const { page } = frame
  await session.caughtUp()
  const { flow, given } = session.state.track
  const screen = await screenShown(live, momentsOf(flow, given, walk).at(-1)?.screen)
  if (page && frame.page === page)
    session.observe({ again: { walk }, ...(screen !== undefined && { shown: { screen } }) })
}

/**
 * After a reload the stream tells again of all that was done. Where the person had gone back since, the entry of the browser's
 * history is an earlier one, and so is the tracker's place.
 */
export async function stayBack(live: Live, flow: Flow): Promise<void> {
  const entry = entryHere(live.sandbox.id)
  if (!entry) return
  const { track } = live.session.state
  const { walk: followed } = placeOf(track, track.own)
  const walk = walkAt(flow, entry)
  if (walk.length < followed.length && walk.every((event, n) => event === followed[n]))
    await goBackTo(live, walk)
}
