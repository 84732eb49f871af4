import { useEffect } from 'react'
import type { Track } from '../../../machines/model/track.ts'
import type { Live } from './open-live.ts'

/** How long a page that the stream has told of may take to come, in ms: after that, another tab shows it. */
const COMING = 4_000

/** At the same address, the product shows what is true by now. */
function catchUp({ pack, frame, knowledge }: Live) {
  if (frame.page) frame.replace(frame.page.url)
  else void frame.visit(knowledge.address(pack.entrance)).catch(() => undefined)
}

/**
 * Where the same sandbox is open in a second tab, a person goes on in the other one: this frame follows, so that the walk does
 * not speak of a page that is not shown here.
 */
export function useCatchUp(live: Live | undefined, track: Track | undefined, isBusy: boolean): void {
  const shown = track?.shown
  const page = live?.frame.page
  const isBehind =
    live !== undefined &&
    shown !== undefined &&
    page?.screen !== shown &&
    (live.pack.screens[shown]?.party ?? 'product') === 'product'
  useEffect(() => {
    if (!live || !isBehind || isBusy) return
    const timer = setTimeout(() => catchUp(live), COMING)
    return () => clearTimeout(timer)
  }, [live, isBehind, isBusy])
}
