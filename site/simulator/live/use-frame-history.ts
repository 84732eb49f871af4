import { useEffect, useMemo } from 'react'
import type { BenchProps } from '../bench.ts'
import { FrameHistory } from './frame-history.ts'
import type { Live } from './open-live.ts'

/**
 * Keeps the pages of the frame with the entries of the browser's history.
 * @param live absent as long as the sandbox is not open
 */
export function useFrameHistory(live: Live | undefined, { place, go }: BenchProps) {
  const entries = useMemo(() => {
    const again = () => live?.session.observe({ again: true })
    return live && new FrameHistory(live.frame, live.sandbox.id, go, again)
  }, [live, go])
  useEffect(() => entries?.start(), [entries])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the place
  useEffect(() => entries?.keepAddress(), [entries, place])
}
