import type { BrowserContext, Page, Request } from '@playwright/test'

/** What any browser sends; everything else says something about the person or the page. */
const USUAL =
  /^(?:accept(?:-.*)?|cache-control|connection|content-.*|cookie|dnt|host|if-.*|origin|pragma|priority|purpose|range|referer|sec-.*|te|upgrade-insecure-requests|user-agent|x-requested-with|:.*)$/i

const BY_SCRIPT = ['fetch', 'xhr']
const SHORTEST_SECRET = 16

/** Whether a header is one of those that a page's scripts add, such as `Authorization` or `Browser-Id`. */
export const isOwnHeader = (name: string): boolean => !USUAL.test(name)

/** Knows what the scripts of a product send with their requests, for products that keep a session elsewhere than in cookies. */
export class OwnHeaders {
  readonly #page: Page
  readonly #hostname: string
  #sent: Record<string, string> = {}
  /** The page has not been loaded again since, so that its memory still has what it sent. */
  #isInMemory = false

  /** @param url an address of the product */
  constructor(context: BrowserContext, page: Page, url: string) {
    this.#page = page
    this.#hostname = new URL(url).hostname
    context.on('request', (request) => this.#see(request))
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) this.#isInMemory = false
    })
  }

  #see(request: Request) {
    if (!BY_SCRIPT.includes(request.resourceType())) return
    if (!isSameSite(new URL(request.url()).hostname, this.#hostname)) return
    const own = Object.entries(request.headers()).filter(([name]) => isOwnHeader(name))
    if (own.length === 0) return
    this.#sent = Object.fromEntries(own)
    this.#isInMemory = true
  }

  /** What the page would send now: a secret that it has forgotten is left out. */
  async now(): Promise<Record<string, string>> {
    const secrets = Object.values(this.#sent).map(secretOf)
    if (this.#isInMemory || secrets.every((secret) => secret === undefined)) return this.#sent
    const stored = await this.#page
      .evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
      .catch(() => '')
    const isKnown = (value: string) => {
      const secret = secretOf(value)
      return secret === undefined || stored.includes(secret)
    }
    return Object.fromEntries(Object.entries(this.#sent).filter(([, value]) => isKnown(value)))
  }
}

/** The part of a header's value that is likely secret: `Bearer <secret>`. */
const secretOf = (value: string): string | undefined =>
  value.split(' ').findLast((word) => word.length >= SHORTEST_SECRET)

/** The same host, or one below the other: `api.example.com` belongs to `example.com`. */
export const isSameSite = (a: string, b: string): boolean =>
  a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
