import { useEffect, useState } from 'react'
import type { Track } from '../../../machines/model/track.ts'
import type { FramePage } from './frame-pages.ts'
import type { Live } from './open-live.ts'

/** How long a page that the stream tells of may take to be shown, in ms. A page that only redirects never is. */
const COMING = 2_000

/** A track, and the page that the frame showed when it was taken over. */
interface Last {
  live: Live | undefined
  track: Track | undefined
  page: FramePage | undefined
}

/**
 * The track as far as the frame shows it. The stream tells of a page before the browser has it: until then the person is at
 * the page before, and so are the marks, the address and the browser's Back.
 */
export function useTrackAsShown(live: Live | undefined, track: Track | undefined): Track | undefined {
  const [last, setLast] = useState<Last>()
  const before = last && last.live === live ? last.track : undefined
  const page = live?.frame.page
  const isAhead = before !== undefined && track !== undefined && isAheadOf(track, before, page, last?.page)
  if (!isAhead && (last?.live !== live || last?.track !== track)) setLast({ live, track, page })
  useEffect(() => {
    if (!isAhead) return
    const timer = setTimeout(() => setLast({ live, track, page: live?.frame.page }), COMING)
    return () => clearTimeout(timer)
  }, [isAhead, live, track])
  return isAhead ? before : track
}

/**
 * Whether the stream has told of a page that the frame does not show yet. Pages of another party do not say which screen
 * they are: one has come as soon as another page is there than before.
 */
export function isAheadOf(
  { shown, pack }: Pick<Track, 'shown' | 'pack'>,
  before: Pick<Track, 'shown'>,
  page: Pick<FramePage, 'screen'> | undefined,
  pageBefore: Pick<FramePage, 'screen'> | undefined,
): boolean {
  if (shown === undefined || shown === before.shown) return false
  const { party = 'product' } = pack.screens[shown] ?? {}
  return party === 'product' ? shown !== page?.screen : page === pageBefore
}
