/** How long the browser takes at most to go to another entry, in ms. */
const GOING = 1_000

/** Goes to other entries of the browser's history. */
export class Travel {
  #arrive = () => {}

  /** To be called when the browser has come to an entry. */
  arrived(): void {
    this.#arrive()
  }

  /** Is done when the browser is there. */
  goBy(entries: number): Promise<void> {
    return new Promise((resolve) => {
      if (entries === 0) return resolve()
      const timer = setTimeout(resolve, GOING)
      this.#arrive = () => {
        clearTimeout(timer)
        resolve()
      }
      history.go(entries)
    })
  }
}
