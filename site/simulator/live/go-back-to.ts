import type { Flow } from '../../../machines/model/flow.ts'
import { placeOf } from '../../../machines/model/track.ts'
import { readAddress } from '../walk/address.ts'
import { entryHere } from './frame-entry.ts'
import type { Live } from './open-live.ts'

/** The page that is shown was shown at the end of a walk before: the tracker goes there. */
export function goBackTo({ frame, session }: Live, walk: readonly string[]): void {
  const { page } = frame
  session.observe({ again: { walk }, ...(page && frame.isAtProduct && { shown: { screen: page.screen } }) })
}

/**
 * After a reload the stream tells again of all that was done. Where the person had gone back since, the entry of the browser's
 * history is an earlier one, and so is the tracker's place.
 */
export function stayBack(live: Live, flow: Flow): void {
  const entry = entryHere(live.sandbox.id)
  if (!entry) return
  const { track } = live.session.state
  const { walk: followed } = placeOf(track, track.own)
  const { walk } = readAddress(flow, new URL(entry.address).hash)
  if (walk.length < followed.length && walk.every((event, n) => event === followed[n])) goBackTo(live, walk)
}
