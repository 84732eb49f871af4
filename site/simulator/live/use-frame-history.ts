import { useEffect, useMemo } from 'react'
import type { BenchProps } from '../bench.ts'
import { readAddress } from '../walk/address.ts'
import type { FrameEntry } from './frame-entry.ts'
import { FrameHistory } from './frame-history.ts'
import { goBackTo } from './go-back-to.ts'
import type { Live } from './open-live.ts'

/** The page that is shown was shown at the end of a walk before: the tracker goes there, once it knows all that was done. */
async function showAgain(live: Live, walk: readonly string[]) {
  const { page } = live.frame
  await live.session.caughtUp()
  if (page && live.frame.page === page) goBackTo(live, walk)
}

/**
 * Keeps the pages of the frame with the entries of the browser's history.
 * @param live absent as long as the sandbox is not open
 */
export function useFrameHistory(live: Live | undefined, { flow, place, go }: BenchProps) {
  const entries = useMemo(() => {
    const again = ({ address }: FrameEntry) =>
      live && showAgain(live, readAddress(flow, new URL(address).hash).walk).catch(() => undefined)
    return live && new FrameHistory(live.frame, live.sandbox.id, go, again)
  }, [live, flow, go])
  useEffect(() => entries?.start(), [entries])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows the place
  useEffect(() => entries?.keepAddress(), [entries, place])
}
