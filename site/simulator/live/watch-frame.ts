import type { FramePage } from './frame.ts'
import type { Live } from './open-live.ts'
import { resync } from './perform-event.ts'
import { noteTyped } from './typing.ts'

/** How long a page is shown, in ms, before it counts although the stream did not tell of it. */
const STAYS = 700

/**
 * Follows what the page in the frame tells. The answer stops it.
 * @param isBusy whether events are being done for the reader, page after page
 */
export function watchFrame(live: Live, isBusy: () => boolean): () => void {
  const { frame, session, knowledge, keeper } = live
  let waiting: ReturnType<typeof setTimeout> | undefined
  const isShown = (page: FramePage) => frame.page === page && !isBusy()
  const published = () => session.state.events.findLast((event) => event.kind === 'act' && event.shown)

  async function settle(page: FramePage, before: ReturnType<typeof published>) {
    if (!isShown(page)) return
    await session.caughtUp()
    // What the stream has published since is newer than the page, whose successor may not have loaded yet.
    if (isShown(page) && published() === before) resync(frame, session)
  }

  const stop = frame.on((message) => {
    if (message.type === 'typed') void noteTyped(live, message.field, message.value)
    if (message.type !== 'page') return
    knowledge.turnPage()
    keeper.update({ address: message.url, ...(frame.isAtProduct && { atProduct: message.url }) })
    clearTimeout(waiting)
    const before = published()
    waiting = setTimeout(() => void settle(message, before).catch(() => undefined), STAYS)
  })
  return () => {
    clearTimeout(waiting)
    stop()
  }
}
