import { useEffect, useRef, useState } from 'react'

/** How long each moment is shown, in seconds. */
export const PACES = [5, 10, 20, 40] as const

/**
 * Shows the next moment by itself.
 * @param at the moment that is shown: after each, the time begins anew
 * @param canGo there is a next one, and the room follows
 * @returns seconds per moment, 0 where nothing moves by itself
 */
export function usePlay(at: number, canGo: boolean, next: () => void) {
  const [pace, setPace] = useState(0)
  const latest = useRef(next)
  useEffect(() => {
    latest.current = next
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another moment begins the time anew
  useEffect(() => {
    if (pace === 0 || !canGo) return
    const timer = setTimeout(() => latest.current(), pace * 1000)
    return () => clearTimeout(timer)
  }, [pace, canGo, at])
  return { pace, setPace }
}
