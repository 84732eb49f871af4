const MOST = 10
const BLOCKED = 30 * 60_000

interface Count {
  wrong: number
  until: number
}

/** Counts what is guessed, by what it is guessed for: an address that nobody has is counted, too. */
export class Guesses {
  readonly #counts = new Map<string, Count>()
  readonly #now: () => number

  constructor(now: () => number) {
    this.#now = now
  }

  /** Counts a guess before it is compared, so that none is free which comes at the same time. Whether it may be compared. */
  begin(what: string): boolean {
    const now = this.#now()
    const before = this.#counts.get(what)
    const isOver = before !== undefined && before.wrong >= MOST && before.until <= now
    const { wrong, until } = before && !isOver ? before : { wrong: 0, until: 0 }
    if (wrong >= MOST) return false
    this.#counts.set(what, { wrong: wrong + 1, until: wrong + 1 >= MOST ? now + BLOCKED : until })
    return true
  }

  /** It was right. */
  forget(what: string): void {
    this.#counts.delete(what)
  }
}
