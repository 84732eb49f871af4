import type { FramePage } from './frame-pages.ts'
import type { Live } from './open-live.ts'
import { resyncParty } from './party-screen.ts'
import { resync } from './perform-event.ts'
import { noteTyped } from './typing.ts'

/** How long a page that no procedure has is shown, in ms, before it counts: it may only lead on to another party. */
const STAYS = 700
/** How long a page that the stream tells of may take to come, in ms, before the one that is shown counts all the same. */
const COMES = 5_000

/**
 * Follows what the page in the frame tells. The answer stops it.
 * @param isBusy whether events are being done for the reader, page after page
 */
export function watchFrame(live: Live, isBusy: () => boolean): () => void {
  const { pack, frame, session, knowledge, keeper } = live
  let waiting: ReturnType<typeof setTimeout> | undefined
  const isShown = (page: FramePage) => frame.page === page && !isBusy()
  const published = () => session.state.events.findLast((event) => event.kind === 'act' && event.shown)

  const wait = (page: FramePage, time: number) => {
    clearTimeout(waiting)
    const before = published()
    waiting = setTimeout(() => void settle(page, before).catch(() => undefined), time)
  }

  async function settle(page: FramePage, before: ReturnType<typeof published>) {
    if (!isShown(page)) return
    await session.caughtUp()
    if (!isShown(page)) return
    // What the stream has published since is of a page that still loads, or of one that the browser gave up for this one.
    if (published() !== before) return wait(page, COMES)
    resync(frame, session)
    await resyncParty(live)
  }

  const stop = frame.on((message) => {
    if (message.type === 'typed') void noteTyped(live, message.field, message.value)
    if (message.type !== 'page') return
    knowledge.turnPage(message)
    keeper.update({ address: message.url, ...(frame.isAtProduct && { atProduct: message.url }) })
    // The tenant tells of a page before it answers with it: of one that is known, there is nothing to wait for.
    wait(message, message.screen in pack.screens ? 0 : STAYS)
  })
  return () => {
    clearTimeout(waiting)
    stop()
  }
}
