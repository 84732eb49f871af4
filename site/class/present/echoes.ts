/**
 * Tells what is new from the echo of what this window has done itself: the class says where it was a moment ago, and the window has
 * gone on since.
 */
export class Echoes {
  #underway = 0
  /** Number of the last event that this window has caused. */
  #last = 0

  /** Resolves when the last one was answered: requests that are under way at once may overtake each other. */
  #before: Promise<unknown> = Promise.resolve()

  /**
   * Does something after all that this window has asked for before.
   * @param act answers the number of the last event after it, 0 where it was not possible
   */
  async of(act: () => Promise<number>): Promise<number> {
    this.#underway += 1
    const doing = this.#before.then(act)
    this.#before = doing.catch(() => undefined)
    try {
      const n = await doing
      this.#last = Math.max(this.#last, n)
      return n
    } finally {
      this.#underway -= 1
    }
  }

  /** Whether what the class says after event `n` can be more than an echo. */
  isNews(n: number): boolean {
    return this.#underway === 0 && n >= this.#last
  }
}
