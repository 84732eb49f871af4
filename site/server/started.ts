/** Something that runs until it is closed. */
export interface Closable {
  close(): Promise<void>
}

/** What was started so far, to be ended in the opposite order. */
export class Started implements Closable {
  #parties: Closable[] = []

  /** Runs `start`; if it fails half-way, what it had started is ended. */
  static async collect<T>(start: (started: Started) => Promise<T>): Promise<T> {
    const started = new Started()
    try {
      return await start(started)
    } catch (error) {
      await started.close()
      throw error
    }
  }

  add<T extends Closable>(party: T): T {
    this.#parties.unshift(party)
    return party
  }

  async close(): Promise<void> {
    for (const party of this.#parties) await party.close()
  }
}
