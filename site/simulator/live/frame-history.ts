import type { Go } from '../walk/use-place.ts'
import { Destination } from './destination.ts'
import type { Frame } from './frame.ts'
import { type Added, addedHere, entryHere, entryOf, type FrameEntry, keepHere } from './frame-entry.ts'
import type { FramePage } from './frame-pages.ts'
import { OldEntries } from './old-entries.ts'
import { extended, isOld, placeInState, startOfState } from './row.ts'

/**
 * Lets the browser's Back work after a reload. The frame adds entries to the tab's history, and the browser forgets what they
 * mean when this page is loaded again: the frame is another one then, and stays where it is. So this page keeps the frame's
 * pages with its own entry, puts entries of its own in the place of those that mean nothing any more, and shows what belongs
 * to them.
 */
export class FrameHistory {
  readonly #frame: Frame
  /** Names the frame among those that this tab has had: when it was made. */
  readonly #made = performance.timeOrigin + performance.now()
  readonly #sandbox: string
  readonly #old: OldEntries
  readonly #onAgain: (entry: FrameEntry) => Promise<void>
  readonly #destination = new Destination()
  /** Names the entry of the frame that is shown. */
  #key: string | undefined
  /** The name that it had before this page was loaded again. */
  #keyBefore: string | undefined
  /** The entry that was shown last, and those before and behind it. */
  #last: Added | undefined
  /** The page that was put into the frame, until it has come. One that comes before it belongs to an entry that was left. */
  #put: string | undefined

  /** @param onAgain is called when the person is back at a page of the frame, by the browser's Back or Forward */
  constructor(frame: Frame, sandbox: string, go: Go, onAgain: (entry: FrameEntry) => Promise<void>) {
    this.#frame = frame
    this.#old = new OldEntries(sandbox, this.#made, go)
    this.#onAgain = onAgain
    this.#sandbox = sandbox
  }

  /** Keeps what the frame adds from now on, and follows the person. The answer stops it. */
  start(): () => void {
    const stop = this.#frame.pages.on((page) => {
      this.#note(page)
      this.#destination.tell()
    })
    const follow = () => (this.#old.isReplacing ? this.#old.arrived() : void this.#follow())
    addEventListener('popstate', follow)
    void this.#begin()
    return () => {
      stop()
      removeEventListener('popstate', follow)
    }
  }

  /** Whether the person goes to an entry whose page has not come yet: its address must stay as it is. */
  readonly isGoing = (): boolean => {
    if (this.#old.isReplacing || this.#destination.isSet) return true
    const entry = entryHere(this.#sandbox)
    return entry !== undefined && (this.#isElsewhere(entry) || this.#isOther(entry))
  }

  /** Calls back when that may have changed. The answer stops it. */
  readonly subscribe = (listener: () => void): (() => void) => this.#destination.subscribe(listener)

  /** To be called when the address of this page has changed, or a new entry has it. */
  readonly keepAddress = (): void => {
    const { page } = this.#frame
    if (this.isGoing() || !page) return
    const added = addedHere(this.#sandbox)
    if (!added) this.#add(entryOf(page))
    else if (!isOld(added, this.#made)) {
      const { frames, shown } = added
      const entry = frames[shown] ?? entryOf(page)
      this.#keep({ ...added, frames: frames.with(shown, { ...entry, address: location.href }) })
    }
  }

  #note(page: FramePage): void {
    if (this.#old.isReplacing) return
    const added = addedHere(this.#sandbox)
    if (this.#wasPut(page)) {
      const put = added?.frames[added.shown]
      if (put?.url === page.url) void this.#again(put)
      return
    }
    this.#key = page.entryKey
    const known = added ? placeInState(added, page.entryKey) : -1
    if (!added) this.#add(entryOf(page))
    else if (page.entry === 'traverse') this.#turnTo(page, added, known < 0 ? startOfState(added) : known)
    else if (page.entry === 'push' && known < 0) this.#add({ ...entryOf(page), frame: this.#made })
    else this.#showOther(page, added, known < 0 ? added.shown : known)
  }

  /** The browser has gone back or forward within the frame. */
  #turnTo({ entryKey: key, url }: FramePage, added: Added, shown: number) {
    const before = added.frames[shown]
    if (!before) return
    const entry = { ...before, key, url }
    this.#keep({ ...added, frames: added.frames.with(shown, entry), shown })
    void this.#again(entry)
  }

  /** An entry has another page now, or the same again. */
  #showOther(page: FramePage, added: Added, shown: number) {
    const before = added.frames[shown]
    const entry = { ...before, ...entryOf(page) }
    this.#keep({ ...added, frames: added.frames.with(shown, entry), shown })
    // Where the browser itself goes back to a page as well, that page comes twice, and what was done with the first is lost.
    if (this.#destination.isSet && before?.url === page.url) void this.#again(entry)
  }

  /** Whether a page has come for an entry that has its page already. */
  #wasPut({ url, entry }: FramePage): boolean {
    const put = this.#put
    if (entry !== 'replace' || url === put) this.#put = undefined
    return put !== undefined && entry === 'replace'
  }

  async #begin() {
    const before = addedHere(this.#sandbox)
    this.#keyBefore = before?.frames[before.shown]?.key
    await this.#old.replace()
    const after = addedHere(this.#sandbox)
    this.#last = after
    // The person may have gone back before anything listened. If not, a page that was good for one time only is another one now.
    if (before && after && before.frames[before.shown]?.url !== after.frames[after.shown]?.url) this.#show()
    else if (this.#frame.page) this.#note(this.#frame.page)
    this.#destination.tell()
  }

  async #follow() {
    await this.#old.replace()
    this.#last = addedHere(this.#sandbox)
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

  /** The browser has an entry more, behind the one that was shown. */
  #add(entry: FrameEntry) {
    const last = addedHere(this.#sandbox) ?? this.#last
    if (last) this.#keep(extended(last, entry, history.length))
    else this.#keep({ row: `${this.#made}`, frames: [entry], shown: 0, sandbox: this.#sandbox })
  }

  #keep(added: Added, address?: string) {
    keepHere(added, address)
    this.#last = added
  }
}
