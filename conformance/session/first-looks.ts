import type { Snapshot } from '../page/snapshot.ts'

/**
 * How each screen looked when it was first seen. A product that draws its page anew after each form shows the same error again in
 * the same words: in a new document, only what was there at the first look is no answer.
 */
export class FirstLooks {
  readonly #seen = new Map<string, Snapshot>()

  /** The first look at the screen of this snapshot: that snapshot itself, if the screen was not seen before. */
  of(snapshot: Snapshot): Snapshot {
    const { headings, fields, buttons } = snapshot
    const screen = JSON.stringify([headings, fields, buttons])
    const first = this.#seen.get(screen) ?? snapshot
    this.#seen.set(screen, first)
    return first
  }
}
