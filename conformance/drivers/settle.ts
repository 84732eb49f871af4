import type { Page, Request } from '@playwright/test'

const NEVER_END = ['eventsource', 'websocket', 'ping']
const PAUSE = 20

/** Knows whether a page still talks to its server, so that no verdict is given on an answer under way. */
export class Settling {
  readonly #page: Page
  readonly #underWay = new Set<Request>()

  constructor(page: Page) {
    this.#page = page
    page.on('request', (request) => {
      if (!NEVER_END.includes(request.resourceType())) this.#underWay.add(request)
    })
    page.on('requestfinished', (request) => this.#underWay.delete(request))
    page.on('requestfailed', (request) => this.#underWay.delete(request))
  }

  /** Waits until the page has loaded and nothing is under way, at most `patience` milliseconds. */
  async settled(patience: number) {
    const until = Date.now() + patience
    await this.#page.waitForLoadState('load', { timeout: patience }).catch(() => undefined)
    while (this.#underWay.size > 0 && Date.now() < until) await this.#page.waitForTimeout(PAUSE)
  }
}
