/** Streams at the same time: of one person on all devices, and of all who hold one of the trainer’s links. */
const MOST = 12

/**
 * The open streams of a class, by who holds the key. Where someone has too many, the oldest ends and the newest is served: after a
 * change of networks the old ones are dead, and a server learns that late.
 */
export class Lines {
  readonly #open = new Map<string, Set<() => void>>()

  /**
   * One more for `holder`.
   * @param end ends it, when others have taken its place
   * @returns to be called when it is over
   */
  open(holder: string, end: () => void): () => void {
    const lines = this.#open.get(holder) ?? new Set()
    this.#open.set(holder, lines)
    const [oldest] = lines.size >= MOST ? lines : []
    if (oldest) {
      lines.delete(oldest)
      oldest()
    }
    lines.add(end)
    return () => {
      lines.delete(end)
      if (lines.size === 0 && this.#open.get(holder) === lines) this.#open.delete(holder)
    }
  }
}
