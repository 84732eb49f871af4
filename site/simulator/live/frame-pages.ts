import type { OfType } from './next-message.ts'

/** A page in the frame. `screen` is empty where it is not the product's. */
export type FramePage = OfType<'page'>

/** The pages that a frame has shown, and how they came into the browser's history. */
export class FramePages {
  /** The page that is there; none before the first has loaded. */
  shown: FramePage | undefined
  /** How the pages since the last {@link takeEntries} came into the browser's history. */
  #entries: NavigationType[] = []
  /** The page that comes was put in the place of another. */
  #isPut = false
  /** Screen of the product → the address at which it was shown last. */
  readonly #addresses = new Map<string, string>()
  readonly #listeners = new Set<(page: FramePage) => void>()

  /** Calls back whenever another page is shown. The answer stops it. */
  on(listener: (page: FramePage) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  turn(page: FramePage): void {
    // The first page takes the place of the empty frame, and adds no entry; a page that was put there belongs to an entry.
    this.#entries.push(this.#isPut ? 'traverse' : (page.entry ?? (this.shown ? 'push' : 'replace')))
    this.#isPut = false
    this.shown = page
    if (page.screen) this.#addresses.set(page.screen, page.url)
    for (const listener of this.#listeners) listener(page)
  }

  /** To be called before a page is put in the place of the one that is shown. */
  put(): void {
    this.#isPut = true
  }

  /** Where a screen of the product was shown last. */
  addressOf(screen: string): string | undefined {
    return this.#addresses.get(screen)
  }

  /** Whether a page has come since {@link takeEntries} was asked last. */
  get haveTurned(): boolean {
    return this.#entries.length > 0
  }

  /** How pages came into the browser's history since this was asked last. */
  takeEntries(): NavigationType[] {
    const entries = this.#entries
    this.#entries = []
    return entries
  }
}
