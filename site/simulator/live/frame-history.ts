import type { Place } from '../walk/address.ts'
import type { Go } from '../walk/use-place.ts'
import { Destination } from './destination.ts'
import type { Frame } from './frame.ts'
import {
  type Added,
  addedHere,
  entryHere,
  entryOf,
  type FrameEntry,
  isOld,
  keepHere,
  pageHere,
} from './frame-entry.ts'
import type { FramePage } from './frame-pages.ts'
import { Travel } from './travel.ts'

/**
 * Lets the browser's Back work after a reload. The frame adds entries to the tab's history, and the browser forgets what they
 * mean when this page is loaded again: the frame is another one then, and stays where it is. So this page keeps the frame's
 * pages with its own entry, puts entries of its own in the place of those that mean nothing any more, and shows what belongs
 * to them.
 */
export class FrameHistory {
  readonly #frame: Frame
  readonly #sandbox: string
  readonly #go: Go
  readonly #onAgain: (entry: FrameEntry) => Promise<void>
  readonly #travel = new Travel()
  readonly #destination = new Destination()
  /** Names the entry of the frame that is shown. */
  #key: string | undefined
  /** The name that it had before this page was loaded again. */
  #keyBefore: string | undefined
  /** Entries are being replaced: where the browser goes meanwhile is nowhere the person went. */
  #isReplacing = false
  /** The page that was put into the frame, until it has come. One that comes before it belongs to an entry that was left. */
  #put: string | undefined

  /** @param onAgain is called when the person is back at a page of the frame, by the browser's Back or Forward */
  constructor(frame: Frame, sandbox: string, go: Go, onAgain: (entry: FrameEntry) => Promise<void>) {
    this.#frame = frame
    this.#go = go
    this.#onAgain = onAgain
    this.#sandbox = sandbox
  }

  /** Keeps what the frame adds from now on, and follows the person. The answer stops it. */
  start(): () => void {
    const stop = this.#frame.pages.on((page) => {
      this.#note(page)
      this.#destination.tell()
    })
    const follow = () => (this.#isReplacing ? this.#travel.arrived() : void this.#follow())
    addEventListener('popstate', follow)
    void this.#begin()
    return () => {
      stop()
      removeEventListener('popstate', follow)
    }
  }

  /** Whether the person goes to an entry whose page has not come yet: its address must stay as it is. */
  readonly isGoing = (): boolean => {
    if (this.#isReplacing || this.#destination.isSet) return true
    const entry = entryHere(this.#sandbox)
    return entry !== undefined && (this.#isElsewhere(entry) || this.#isOther(entry))
  }

  /** Calls back when that may have changed. The answer stops it. */
  readonly subscribe = (listener: () => void): (() => void) => this.#destination.subscribe(listener)

  /** To be called when the address of this page has changed. */
  keepAddress(): void {
    const { page } = this.#frame
    if (this.isGoing() || !page) return
    const added = addedHere(this.#sandbox)
    if (!added) this.#keep([entryOf(page)], 0)
    else if (!isOld(added)) {
      const { frames, shown, first } = added
      const entry = frames[shown] ?? entryOf(page)
      this.#keep(frames.with(shown, { ...entry, address: location.href }), shown, { first })
    }
  }

  #note(page: FramePage): void {
    if (this.#isReplacing) return
    const added = addedHere(this.#sandbox)
    if (this.#wasPut(page)) {
      const put = added?.frames[added.shown]
      if (put?.url === page.url) void this.#again(put)
      return
    }
    this.#key = page.entryKey
    const entry = entryOf(page)
    if (!added) {
      this.#keep([entry], 0)
      return
    }
    const { frames, shown } = added
    const known = frames.findIndex(({ key }) => key !== undefined && key === page.entryKey)
    if (page.entry === 'traverse') void this.#again(frames[known] ?? entry)
    const isNew = known < 0 && page.entry === 'push'
    const now = isNew ? shown + 1 : known < 0 ? shown : known
    const first = isNew ? history.length - 1 - now : added.first
    this.#keep(isNew ? [...frames.slice(0, now), entry] : frames.with(now, entry), now, { first })
  }

  /** Whether a page has come for an entry that has its page already. */
  #wasPut({ url, entry }: FramePage): boolean {
    const put = this.#put
    if (entry !== 'replace' || url === put) this.#put = undefined
    return put !== undefined && entry === 'replace'
  }

  async #begin() {
    const before = addedHere(this.#sandbox)
    if (before && isOld(before)) this.#keyBefore = before.frames[before.shown]?.key
    await this.#replaceOld()
    const after = addedHere(this.#sandbox)
    // The person may have gone back before anything listened. If not, a page that was good for one time only is another one now.
    if (before && after && before.frames[before.shown]?.url !== after.frames[after.shown]?.url) this.#show()
    else if (this.#frame.page) this.#note(this.#frame.page)
    this.#destination.tell()
  }

  async #follow() {
    await this.#replaceOld()
    this.#show()
  }

  /** Shows the page that belongs to the entry that is shown. */
  #show() {
    const entry = entryHere(this.#sandbox)
    if (!entry) return this.#destination.stay()
    const isOther = this.#isOther(entry)
    this.#key = entry.key
    if (this.#isElsewhere(entry)) {
      this.#destination.setOut(entry)
      this.#put = entry.url
      this.#frame.replace(entry.url)
    } else if (this.#put !== undefined) this.#destination.setOut(entry)
    else if (isOther) void this.#again(entry)
    else this.#destination.stay()
  }

  #isElsewhere({ url }: FrameEntry): boolean {
    return url !== (this.#put ?? this.#frame.page?.url)
  }

  #isOther({ key }: FrameEntry): boolean {
    return key !== this.#key && key !== this.#keyBefore
  }

  /** The page of an entry is there again. */
  async #again(entry: FrameEntry) {
    this.#destination.setOut(entry)
    await this.#onAgain(entry)
    this.#destination.arrive(entry)
  }

  /** The entries of a frame that is no more become entries of this page. */
  async #replaceOld() {
    const added = addedHere(this.#sandbox)
    if (this.#isReplacing || !added || !isOld(added)) return
    const { frames, shown } = added
    let here: Place | undefined
    this.#go((place) => {
      here = place
      return place
    }, 'replace')
    this.#isReplacing = true
    const at = frames.length > 1 ? await this.#goToFirst(added) : shown
    for (const [n, entry] of frames.entries()) {
      if (n > 0) history.pushState(null, '', entry.address)
      this.#keep([entry], 0, { address: entry.address })
    }
    await this.#travel.goBy(at - frames.length + 1)
    this.#isReplacing = false
    if (pageHere(this.#sandbox) === frames[shown]?.url) this.#go((place) => here ?? place, 'replace')
    // Who holds the place reads it from the address.
    else dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }

  /** Goes to the first entry of a frame that is no more. Answers which of them the person is at. */
  async #goToFirst({ frames, shown, first }: Added): Promise<number> {
    // The browser is silent about going between entries that are one to this page; from one more, it tells. That one also
    // shows by its place where the browser was.
    history.pushState(null, '')
    const last = frames.length - 1
    let at = first === undefined ? shown : Math.min(Math.max(history.length - 2 - first, 0), last)
    await this.#travel.goBy(-at - 1)
    // Who goes back meanwhile gets before them.
    for (; at > 0 && addedHere(this.#sandbox)?.first !== first; at -= 1) await this.#travel.goBy(1)
    return at
  }

  #keep(
    frames: Parameters<typeof keepHere>[0]['frames'],
    shown: number,
    { first, address }: { first?: number | undefined; address?: string } = {},
  ) {
    keepHere({ frames, shown, first, sandbox: this.#sandbox }, address)
  }
}
