import type { Place } from '../walk/address.ts'
import type { Go } from '../walk/use-place.ts'
import type { Frame, FramePage } from './frame.ts'

/** A page of the frame that has an entry in the tab's history, and the address that this page had with it. */
interface FrameEntry {
  key: string | undefined
  url: string
  address: string
}

/** The entries that the frame has added to one of this page, and which of them is shown. */
interface Added {
  frames: FrameEntry[]
  shown: number
  sandbox: string
  /** When this page was loaded that showed the frame. */
  load: number
}

/** How long the browser takes at most to go to another entry of this page, in ms. */
const GOING = 1_000

const read = (): Partial<Added> => (history.state as Partial<Added> | null) ?? {}

const isAdded = (state: Partial<Added>, sandbox: string): state is Added =>
  state.sandbox === sandbox && state.frames?.[state.shown ?? -1] !== undefined

/** Whether the entry that is shown has a page of a sandbox's frame: who goes there goes back or forward. */
export const hasPageOf = (sandbox: string): boolean => isAdded(read(), sandbox)

/** The frame was another one then. */
const isOld = ({ load }: Added) => load !== performance.timeOrigin

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
  /** Entries are being replaced: where the browser goes meanwhile is nowhere the person went. */
  #isReplacing = false
  #arrive = () => {}

  constructor(frame: Frame, sandbox: string, go: Go) {
    this.#frame = frame
    this.#go = go
    this.#sandbox = sandbox
  }

  /** Keeps what the frame adds from now on, and follows the person. The answer stops it. */
  start(): () => void {
    const stop = this.#frame.onPage((page) => this.#note(page))
    const follow = () => (this.#isReplacing ? this.#arrive() : void this.#follow())
    addEventListener('popstate', follow)
    // The page that is shown again after a reload may be another one: what was shown can be good for one time only.
    void this.#replaceOld().then(() => this.#frame.page && this.#note(this.#frame.page))
    return () => {
      stop()
      removeEventListener('popstate', follow)
    }
  }

  /** To be called when the address of this page has changed. */
  keepAddress(): void {
    const { page } = this.#frame
    if (this.#isReplacing || !page) return
    const state = read()
    if (!isAdded(state, this.#sandbox)) this.#keep([entryOf(page)], 0)
    else if (!isOld(state)) {
      const { frames, shown } = state
      const entry = frames[shown] ?? entryOf(page)
      this.#keep(frames.with(shown, { ...entry, address: location.href }), shown)
    }
  }

  #note(page: FramePage): void {
    if (this.#isReplacing) return
    const state = read()
    const entry = entryOf(page)
    if (!isAdded(state, this.#sandbox)) {
      this.#keep([entry], 0)
      return
    }
    const { frames, shown } = state
    const known = frames.findIndex(({ key }) => key !== undefined && key === page.entryKey)
    const isNew = known < 0 && page.entry === 'push'
    const now = isNew ? shown + 1 : known < 0 ? shown : known
    this.#keep(isNew ? [...frames.slice(0, now), entry] : frames.with(now, entry), now)
  }

  async #follow() {
    await this.#replaceOld()
    const state = read()
    if (!isAdded(state, this.#sandbox)) return
    const url = state.frames[state.shown]?.url
    if (url !== undefined && url !== this.#frame.page?.url) this.#frame.replace(url)
  }

  /** The entries of a frame that is no more become entries of this page. */
  async #replaceOld() {
    const state = read()
    if (!isAdded(state, this.#sandbox) || !isOld(state)) return
    const { frames, shown } = state
    let here: Place | undefined
    this.#go((place) => {
      here = place
      return place
    }, 'replace')
    this.#isReplacing = true
    if (frames.length > 1) {
      // The browser is silent about going between entries that are one to this page; from one more, it tells.
      history.pushState(null, '')
      await this.#goBy(-shown - 1)
    }
    for (const [n, entry] of frames.entries()) {
      if (n > 0) history.pushState(null, '', entry.address)
      this.#keep([entry], 0, entry.address)
    }
    await this.#goBy(shown - frames.length + 1)
    this.#isReplacing = false
    this.#go((place) => here ?? place, 'replace')
  }

  /** Goes to another entry, and is done when the browser is there. */
  #goBy(entries: number): Promise<void> {
    return new Promise((resolve) => {
      if (entries === 0) return resolve()
      const timer = setTimeout(resolve, GOING)
      this.#arrive = () => {
        clearTimeout(timer)
        resolve()
      }
      history.go(entries)
    })
  }

  #keep(frames: FrameEntry[], shown: number, address?: string) {
    const added: Added = { frames, shown, sandbox: this.#sandbox, load: performance.timeOrigin }
    history.replaceState({ ...read(), ...added }, '', address)
  }
}

const entryOf = ({ entryKey, url }: FramePage): FrameEntry => ({
  key: entryKey,
  url,
  address: location.href,
})
