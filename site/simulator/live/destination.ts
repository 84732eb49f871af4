import type { FrameEntry } from './frame-entry.ts'

/** How long the page of an entry takes to come at most, in ms: it may lead on to another. */
const COMING = 3_000

/** The entry that the person goes to, until its page has come and is followed. */
export class Destination {
  #entry: FrameEntry | undefined
  readonly #listeners = new Set<() => void>()

  get isSet(): boolean {
    return this.#entry !== undefined
  }

  /** Calls back when that changes. The answer stops it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  setOut(entry: FrameEntry): void {
    this.#change(entry)
    setTimeout(() => this.arrive(entry), COMING)
  }

  /** @param entry where the person has come; they may have set out for another since */
  arrive(entry: FrameEntry): void {
    if (this.#entry === entry) this.stay()
  }

  stay(): void {
    this.#change(undefined)
  }

  #change(entry: FrameEntry | undefined) {
    this.#entry = entry
    this.tell()
  }

  /** Calls all who have subscribed. */
  tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
