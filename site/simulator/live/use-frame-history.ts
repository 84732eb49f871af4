import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { BenchProps } from '../bench.ts'
import { addedHere, type FrameEntry } from './frame-entry.ts'
import { FrameHistory } from './frame-history.ts'
import { goBackTo, walkAt } from './go-back-to.ts'
import type { Live } from './open-live.ts'
import { walkToPage } from './replay.ts'

export interface EntriesOfFrame {
  /** The person goes to an entry of the browser's history whose page has not come yet. */
  isGoing: boolean
  /** The events that lead to the entry whose page has come anew: nothing is typed into it. */
  anew: readonly string[] | undefined
  /** To be called when the entry that is shown has another address, or is a new one. */
  keepAddress: () => void
}

const never = () => () => {}
const nothing = () => {}

/**
 * Keeps the pages of the frame with the entries of the browser's history.
 * @param live absent as long as the sandbox is not open
 */
export function useFrameHistory(live: Live | undefined, { flow, place, go }: BenchProps): EntriesOfFrame {
  const { given } = place
  const [anew, setAnew] = useState<readonly string[]>()
  const entries = useMemo(() => {
    const again = async (entry: FrameEntry) => {
      if (!live) return
      const shown = addedHere(live.sandbox.id)?.shown
      const walk = walkAt(flow, entry)
      await goBackTo(live, walkToPage(flow, given, walk)).catch(() => undefined)
      // The person may be at another entry by now.
      if (addedHere(live.sandbox.id)?.shown === shown) setAnew(walk)
    }
    return live && new FrameHistory(live.frame, live.sandbox.id, go, again)
  }, [live, flow, given, go])
  useEffect(() => entries?.start(), [entries])
  const isGoing = useSyncExternalStore(entries?.subscribe ?? never, () => entries?.isGoing() ?? false)
  return { isGoing, anew, keepAddress: entries?.keepAddress ?? nothing }
}
