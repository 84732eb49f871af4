/**
 * Work that no answer waits for: how long a mail takes must not reveal whether an account is there to get it (ASVS 5.0
 * 6.3.8), and a notice that can't be sent must not undo what it reports.
 */
export class Background {
  readonly #running = new Set<Promise<void>>()

  /** Begins it. What goes wrong is logged as the failure of `what`. */
  run(what: string, work: () => Promise<void>): void {
    const running = work()
      .catch((error: Error) => console.error(`The tenant failed at ${what}: ${error.message}`))
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  /** Resolves when nothing is left to do. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running)
  }
}
