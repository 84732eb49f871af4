import { useEffect } from 'react'
import type { FramePage } from './frame-pages.ts'
import type { Live } from './open-live.ts'

/** Lets each page of the frame show what the next thing is done with: on a phone it can be below the fold. */
export function useShowTarget(
  live: Live | undefined,
  page: FramePage | undefined,
  target: readonly string[] | undefined,
): void {
  const labels = target?.join('\n')
  useEffect(() => {
    if (page && labels !== undefined)
      live?.frame.send({ type: 'show', labels: labels === '' ? [] : labels.split('\n') })
  }, [live, page, labels])
}
