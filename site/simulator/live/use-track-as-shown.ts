import { useEffect, useState } from 'react'
import type { Track } from '../../../machines/model/track.ts'
import type { FramePage } from './frame-pages.ts'
import type { Live } from './open-live.ts'

/** How long a page that the stream tells of may take to be shown, in ms. A page that only redirects never is. */
const COMING = 2_000

/**
 * The track as far as the frame shows it. The stream tells of a page before the browser has it: until then the person is at
 * the page before, and so are the marks, the address and the browser's Back.
 */
export function useTrackAsShown(live: Live | undefined, track: Track | undefined): Track | undefined {
  const [last, setLast] = useState<{ live: Live | undefined; track: Track | undefined }>()
  const before = last && last.live === live ? last.track : undefined
  const isAhead = before !== undefined && track !== undefined && isAheadOf(track, before, live?.frame.page)
  if (!isAhead && (last?.live !== live || last?.track !== track)) setLast({ live, track })
  useEffect(() => {
    if (!isAhead) return
    const timer = setTimeout(() => setLast({ live, track }), COMING)
    return () => clearTimeout(timer)
  }, [isAhead, live, track])
  return isAhead ? before : track
}

/** Whether the stream has told of a page that the frame does not show yet. */
export const isAheadOf = (
  { shown }: Pick<Track, 'shown'>,
  before: Pick<Track, 'shown'>,
  page: Pick<FramePage, 'screen'> | undefined,
): boolean => shown !== undefined && shown !== before.shown && shown !== page?.screen
