import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { BenchProps } from '../bench.ts'
import type { FrameEntry } from './frame-entry.ts'
import { FrameHistory } from './frame-history.ts'
import { goBackTo, walkAt } from './go-back-to.ts'
import type { Live } from './open-live.ts'

const never = () => () => {}

/**
 * Keeps the pages of the frame with the entries of the browser's history.
 * @param live absent as long as the sandbox is not open
 * @returns whether the person goes to an entry whose page has not come yet
 */
export function useFrameHistory(live: Live | undefined, { flow, place, go }: BenchProps): boolean {
  const entries = useMemo(() => {
    const again = async (entry: FrameEntry) =>
      live && goBackTo(live, walkAt(flow, entry)).catch(() => undefined)
    return live && new FrameHistory(live.frame, live.sandbox.id, go, again)
  }, [live, flow, go])
  useEffect(() => entries?.start(), [entries])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the place
  useEffect(() => entries?.keepAddress(), [entries, place])
  return useSyncExternalStore(entries?.subscribe ?? never, () => entries?.isGoing() ?? false)
}
