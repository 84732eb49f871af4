/** What is done with the product: its screen, its mails and devices, and the ways through the walk. */
const ACTS = '[data-press], .way-back, .key-button, .browser-address input, .bench iframe'

/** By what a reader acts. */
const SIGNS = ['keydown', 'pointerdown']

/** Whether the next screen may take the focus. */
export class Focus {
  #hasActed = false

  /** Watches whether the reader acts. The answer stops it. */
  watch(): () => void {
    const act = () => {
      this.#hasActed = true
    }
    for (const sign of SIGNS) addEventListener(sign, act, true)
    return () => {
      for (const sign of SIGNS) removeEventListener(sign, act, true)
    }
  }

  /**
   * It is on what has led to the screen, or nowhere, as after a key that walks or a button that has gone. Any other focus stays where
   * it is, and that of a reader who has done nothing yet too.
   */
  get isFree(): boolean {
    const { activeElement, body } = document
    if (activeElement === null || activeElement === body) return this.#hasActed
    return activeElement.matches(ACTS)
  }
}
