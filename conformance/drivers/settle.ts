import type { Page, Request } from '@playwright/test'

const NEVER_END = ['eventsource', 'websocket', 'ping']
/** What a script asks for itself, and may go on from. */
const BY_SCRIPT = ['fetch', 'xhr']
/** How long a script may think about an answer before it goes on, in milliseconds. */
const THOUGHT = 100
const PAUSE = 20

/** Knows whether a page still talks to its server, so that no verdict is given on an answer under way. */
export class Settling {
  readonly #page: Page
  readonly #underWay = new Set<Request>()
  /** When a script was answered last. */
  #answered = Number.NEGATIVE_INFINITY

  constructor(page: Page) {
    this.#page = page
    page.on('request', (request) => {
      if (!NEVER_END.includes(request.resourceType())) this.#underWay.add(request)
    })
    const end = (request: Request) => {
      this.#underWay.delete(request)
      if (BY_SCRIPT.includes(request.resourceType())) this.#answered = Date.now()
    }
    page.on('requestfinished', end)
    page.on('requestfailed', end)
  }

  /**
   * Waits until the page has loaded, nothing is under way, and no script has just been answered: it may lead elsewhere. At most
   * `patience` milliseconds.
   */
  async settled(patience: number) {
    const until = Date.now() + patience
    await this.#loaded(until)
    while (this.#isBusy() && Date.now() < until) {
      await this.#page.waitForTimeout(PAUSE)
      if (!this.#isBusy()) await this.#loaded(until)
    }
  }

  #isBusy(): boolean {
    return this.#underWay.size > 0 || Date.now() - this.#answered < THOUGHT
  }

  async #loaded(until: number) {
    const timeout = Math.max(1, until - Date.now())
    await this.#page.waitForLoadState('load', { timeout }).catch(() => undefined)
  }
}
