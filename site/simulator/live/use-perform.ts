import { useCallback, useMemo, useRef, useState } from 'react'
import { FrameControls } from './frame-controls.ts'
import type { Live } from './open-live.ts'
import { performEvent } from './perform-event.ts'

/** Does events for the reader. */
export function usePerform(live: Live | undefined, answerKey: (answer: 'touch' | 'cancel') => void) {
  const [isDoing, setIsDoing] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [said, say] = useState<string>()
  /** The same as `isDoing`, for those who ask between two renderings. */
  const doing = useRef(false)
  const hands = useMemo(() => live && { ...live, answerKey, say }, [live, answerKey])
  const controls = useMemo(() => hands && new FrameControls(hands), [hands])

  const perform = useCallback(
    async (event: string): Promise<boolean> => {
      if (!hands || !controls) return false
      setProblem(undefined)
      say(undefined)
      setIsDoing(true)
      doing.current = true
      try {
        await performEvent(hands, controls, event)
        return true
      } catch (error) {
        setProblem(error instanceof Error ? error.message : String(error))
        return false
      } finally {
        doing.current = false
        setIsDoing(false)
      }
    },
    [hands, controls],
  )
  return { perform, isDoing, isDoingNow: useCallback(() => doing.current, []), problem, setProblem, said }
}
