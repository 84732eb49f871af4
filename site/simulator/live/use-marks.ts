import { useEffect } from 'react'
import { stepsDoneOn } from '../../../machines/model/progress.ts'
import { isAway, stepsDone, type Track } from '../../../machines/model/track.ts'
import type { BenchProps } from '../bench.ts'
import { markDiagram, markSteps } from '../page/mark-page.ts'
import { stepDue, stepNext } from '../walk/step-due.ts'

/** Marks on the page where the tracker is: no step is ticked that was not seen to succeed, no state that is not shown. */
export function useMarks(track: Track | undefined, { flow, moments, at }: BenchProps) {
  useEffect(() => {
    if (!track) return
    const isPast = at < moments.length - 1
    const done = isPast ? stepsDoneOn(flow, moments.slice(0, at + 1)) : stepsDone(track)
    const due = stepDue(flow, moments, at, done)
    markSteps(document, due, done, due === stepNext(flow, moments, at))
    const isShown = isPast || !(isAway(track) || track.fit === 'unknown')
    const mark = () => markDiagram(document, moments, at, isShown)
    mark()
    addEventListener('diagram-drawn', mark)
    return () => removeEventListener('diagram-drawn', mark)
  }, [track, flow, moments, at])
}
