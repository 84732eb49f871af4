import { useCallback, useMemo, useRef, useState } from 'react'
import { FrameControls } from './frame-controls.ts'
import type { Live } from './open-live.ts'
import { performEvent } from './perform-event.ts'

/** The results of the events that were done in a sandbox. */
interface Performing {
  live: Live
  isDoing: boolean
  problem?: string | undefined
  said?: string | undefined
}

/** Does events for the reader. What is still being done in a sandbox that was left has no effect on the next. */
export function usePerform(live: Live | undefined, answerKey: (answer: 'touch' | 'cancel') => void) {
  const [last, setLast] = useState<Performing>()
  /** The same as `isDoing`, for callers between two renderings. */
  const doing = useRef<Live>(undefined)

  const change = useCallback(
    (change: Partial<Performing>) => {
      if (!live || live.signal.aborted) return
      setLast((last) => ({ ...(last?.live === live ? last : { live, isDoing: false }), ...change }))
    },
    [live],
  )
  const setProblem = useCallback((problem: string | undefined) => change({ problem }), [change])
  const say = useCallback((said: string) => change({ said }), [change])
  const parts = useMemo(() => live && { ...live, answerKey, say }, [live, answerKey, say])
  const controls = useMemo(() => parts && new FrameControls(parts), [parts])

  /** Does something, while nothing else can be done. Answers whether it could be done. */
  const during = useCallback(
    async (action: () => Promise<void>): Promise<boolean> => {
      if (!live) return false
      change({ isDoing: true, problem: undefined, said: undefined })
      doing.current = live
      try {
        await action()
        return true
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error))
        return false
      } finally {
        if (doing.current === live) doing.current = undefined
        change({ isDoing: false })
      }
    },
    [live, change, setProblem],
  )
  const perform = useCallback(
    async (event: string): Promise<boolean> =>
      parts !== undefined && controls !== undefined && during(() => performEvent(parts, controls, event)),
    [parts, controls, during],
  )
  const { isDoing = false, problem, said } = last && last.live === live ? last : {}
  const isDoingNow = useCallback(() => live !== undefined && doing.current === live, [live])
  return { perform, during, say, isDoing, isDoingNow, problem, setProblem, said }
}
