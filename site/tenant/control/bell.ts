/** Wakes a stream when there is something new. A ring before anyone listens is kept. */
export class Bell {
  #rung = false
  #ring = () => {}

  readonly ring = () => {
    this.#rung = true
    this.#ring()
  }

  /** Resolves at the next ring, or after `ms`. Answers whether it rang. */
  async rung(ms: number): Promise<boolean> {
    let limit: NodeJS.Timeout | undefined
    if (!this.#rung)
      await new Promise<void>((resolve) => {
        this.#ring = resolve
        limit = setTimeout(resolve, ms)
      })
    clearTimeout(limit)
    this.#ring = () => {}
    const hasRung = this.#rung
    this.#rung = false
    return hasRung
  }
}
