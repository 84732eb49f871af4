import type { EventSpec } from '../../../machines/model/event.ts'
import type { Place } from '../walk/address.ts'
import type { Go } from '../walk/use-place.ts'
import type { Frame } from './frame.ts'

/** How long the page takes to come that an event leads to, in ms: after that, the event has led to none. */
const COMING = 3_000

/** A moment that was reached by an event. */
interface Reached {
  before: string[]
  walk: string[]
  event: EventSpec
}

export const leadsToPage = ({ press, goTo, leg, does }: EventSpec) =>
  [press, goTo, leg, does].some((part) => part !== undefined)

/**
 * Sees to it that each moment of a live walk has one entry in the browser's history, so that Back goes one moment back. Most
 * pages of the frame add one by themselves. The frame's first page does not, nor does what happens without a page: such
 * moments get their own.
 */
export class OwnEntries {
  readonly #frame: Frame
  readonly #go: Go
  readonly #keepAddress: () => void
  /** The last moment, as long as it is not known whether a page comes with it. */
  #open: Reached | undefined

  /** @param keepAddress is called when an entry has its last address */
  constructor(frame: Frame, go: Go, keepAddress: () => void) {
    this.#frame = frame
    this.#go = go
    this.#keepAddress = keepAddress
  }

  /** A page may come with the last moment, and an entry with that: the one that is shown belongs to the moment before. */
  get isOpen(): boolean {
    return this.#open !== undefined
  }

  /** What came so far, came with moments that have an entry. */
  skip(): void {
    this.#open = undefined
    this.#frame.pages.takeEntries()
  }

  /** To be called before another moment is written into the address: no page will come with the last one any more. */
  close(): void {
    if (this.#open && !this.#frame.pages.haveTurned) this.#give(this.#open)
    this.#open = undefined
  }

  async reach(reached: Reached): Promise<void> {
    this.#open = reached
    const isComing = leadsToPage(reached.event) || this.#frame.isLeaving
    if (isComing && !this.#frame.pages.haveTurned)
      await this.#frame.next('page', COMING).catch(() => undefined)
    if (this.#open !== reached) return
    this.#open = undefined
    const entries = this.#frame.pages.takeEntries()
    if (!entries.some((entry) => entry === 'push' || entry === 'traverse')) this.#give(reached)
  }

  /** The entry that is shown is left to the moment before, and the moment that is shown gets a new one. */
  #give({ before, walk }: Reached) {
    let here: Place | undefined
    const toBefore = (place: Place): Place => {
      if (place.walk !== walk || place.at !== walk.length) return place
      here = place
      return { ...place, walk: before, at: before.length }
    }
    this.#go(toBefore, 'replace')
    this.#keepAddress()
    this.#go((place) => here ?? place, here ? 'push' : 'replace')
  }
}
