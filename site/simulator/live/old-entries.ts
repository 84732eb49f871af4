import type { Place } from '../walk/address.ts'
import type { Go } from '../walk/use-place.ts'
import { type Added, addedHere, keepHere, pageHere } from './frame-entry.ts'
import { isOld, startOfOld, stillThere } from './row.ts'
import { Travel } from './travel.ts'

/** The entries that an earlier frame has added to the tab's history. The browser has forgotten what they showed. */
export class OldEntries {
  readonly #sandbox: string
  readonly #frame: number
  readonly #go: Go
  readonly #travel = new Travel()
  /** They are being replaced: where the browser goes meanwhile is nowhere the person went. */
  isReplacing = false

  /** @param frame names the frame of now, see {@link FrameEntry} */
  constructor(sandbox: string, frame: number, go: Go) {
    this.#sandbox = sandbox
    this.#frame = frame
    this.#go = go
  }

  /** To be called when the browser has come to an entry meanwhile. */
  arrived(): void {
    this.#travel.arrived()
  }

  /** Puts entries of this page in their place, and returns to the one that is shown. */
  async replace(): Promise<void> {
    const added = addedHere(this.#sandbox)
    if (this.isReplacing || !added || !isOld(added, this.#frame)) return
    const row = stillThere(added)
    const from = startOfOld(row, this.#frame)
    let here: Place | undefined
    this.#go((place) => {
      here = place
      return place
    }, 'replace')
    this.isReplacing = true
    const at = await this.#goBackTo(from, row)
    const frames = row.frames.map(({ frame, ...entry }) => entry)
    for (let shown = from; shown < frames.length; shown += 1) {
      const address = frames[shown]?.address
      if (shown > from) history.pushState(null, '', address)
      keepHere({ ...row, frames, shown }, address)
    }
    await this.#travel.goBy(at - frames.length + 1)
    this.isReplacing = false
    if (pageHere(this.#sandbox) === frames[row.shown]?.url) this.#go((place) => here ?? place, 'replace')
    // Who holds the place reads it from the address.
    else dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }

  /** Goes back to an entry of a row. Answers which of them the person is at. */
  async #goBackTo(from: number, { row, frames, shown, first }: Added): Promise<number> {
    // The browser is silent about going between entries that are one to this page; from one more, it tells. That one also
    // shows by its place where the browser was.
    history.pushState(null, '')
    const last = frames.length - 1
    let at = first === undefined ? shown : Math.min(Math.max(history.length - 2 - first, from), last)
    await this.#travel.goBy(from - at - 1)
    const isBefore = () => {
      const added = addedHere(this.#sandbox)
      return added?.row !== row || added.shown < from
    }
    // Who goes back meanwhile gets before it.
    for (; at > from && isBefore(); at -= 1) await this.#travel.goBy(1)
    return at
  }
}
