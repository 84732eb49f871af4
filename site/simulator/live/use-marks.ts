import { useEffect } from 'react'
import { progressOn } from '../../../machines/model/progress.ts'
import { isAway, progressSeen, type Track } from '../../../machines/model/track.ts'
import type { BenchProps } from '../bench.ts'
import { markDiagram, markSteps } from '../page/mark-page.ts'
import { marksAt } from '../walk/marks-at.ts'
import { stepSkipped } from './path-words.ts'

/** Marks on the page where the tracker is: no step is ticked that was not seen to succeed, no state that is not shown. */
export function useMarks(track: Track | undefined, { flow, moments, at }: BenchProps) {
  useEffect(() => {
    if (!track) return
    const isPast = at < moments.length - 1
    const seen = isPast ? progressOn(flow, moments.slice(0, at + 1)) : progressSeen(track)
    markSteps(document, marksAt(flow, moments, at, seen))
    const isOff = isAway(track) || track.fit === 'unknown' || stepSkipped(track) !== undefined
    const isShown = isPast || !isOff
    const mark = () => markDiagram(document, moments, at, isShown)
    mark()
    addEventListener('diagram-drawn', mark)
    return () => removeEventListener('diagram-drawn', mark)
  }, [track, flow, moments, at])
}
