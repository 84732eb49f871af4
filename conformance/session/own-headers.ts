import { setTimeout } from 'node:timers/promises'
import type { BrowserContext, Page, Request, Response } from '@playwright/test'
import type { Target } from '../targets/target.ts'
import { noteTokenHeaders, secretOf, tokenHeaders, tokensIn } from './token-headers.ts'

/** What any browser sends; everything else says something about the person or the page. */
const USUAL =
  /^(?:accept(?:-.*)?|cache-control|connection|content-.*|cookie|dnt|host|if-.*|origin|pragma|priority|purpose|range|referer|sec-.*|te|upgrade-insecure-requests|user-agent|x-requested-with|:.*)$/i

/**
 * By what frameworks ask for another form of a page, such as a part of it or its data: Next.js, htmx, Turbo, Inertia, Unpoly, PJAX. They say
 * nothing about who asks, and where a request for the page as a whole sends them, it is answered otherwise.
 */
const FORM_OF_PAGE =
  /^(?:rsc|next-(?:router-.*|url|action)|x-nextjs-.*|hx-.*|(?:x-)?turbo(?:links)?-.*|x-inertia.*|x-up-.*|x-pjax.*)$/i

const BY_SCRIPT = ['fetch', 'xhr']

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i

/** Milliseconds that the rest of an answer may take to come. */
const LONGEST = 2_000

/** Whether a header is one of those that a page's scripts add, such as `Authorization` or `Browser-Id`. */
export const isOwnHeader = (name: string): boolean => !USUAL.test(name) && !FORM_OF_PAGE.test(name)

/** The headers that a page's scripts have added. */
export const ownHeadersOf = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => isOwnHeader(name)))

/** Knows what the scripts of a product send with their requests, for products that keep a session elsewhere than in cookies. */
export class OwnHeaders {
  readonly #page: Page
  readonly #hostname: string
  #sent: Record<string, string> = {}
  /** Secrets that were in a storage of the browser when they were sent. */
  readonly #stored = new Set<string>()
  /** Looks for them there. */
  #looking: Promise<void> = Promise.resolve()
  /** The page has not been loaded again since, so that its memory still has what it sent. */
  #isInMemory = false
  /** What may be tokens in the last answer to a script that held any. */
  #brought: readonly string[] = []
  readonly #target: Target

  /** @param url an address of the product */
  constructor(context: BrowserContext, page: Page, url: string, target: Target) {
    this.#page = page
    this.#hostname = new URL(url).hostname
    this.#target = target
    context.on('request', (request) => this.#see(request))
    context.on('response', (response) => {
      this.#looking = this.#looking.then(() => this.#read(response))
    })
  }

  #see(request: Request) {
    if (request.isNavigationRequest()) {
      if (request.frame() === this.#page.mainFrame()) this.#isInMemory = false
      return
    }
    if (!BY_SCRIPT.includes(request.resourceType()) || !this.#isOurs(request.url())) return
    const own = ownHeadersOf(request.headers())
    if (Object.keys(own).length === 0) return
    this.#sent = own
    this.#isInMemory = true
    noteTokenHeaders(this.#target, own)
    this.#looking = this.#looking.then(() => this.#look(own))
  }

  async #read(response: Response): Promise<void> {
    const isByScript = BY_SCRIPT.includes(response.request().resourceType())
    if (!isByScript || !response.ok() || !this.#isOurs(response.url())) return
    // A stream has no end to wait for.
    if (!JSON_TYPE.test(response.headers()['content-type'] ?? '')) return
    const text = response.text().catch(() => '')
    const brought = tokensIn(await Promise.race([text, setTimeout(LONGEST, '', { ref: false })]))
    if (brought.length > 0) this.#brought = brought
  }

  #isOurs = (url: string) => URL.canParse(url) && isSameSite(new URL(url).hostname, this.#hostname)

  async #look(own: Record<string, string>): Promise<void> {
    const secrets = Object.values(own).flatMap((value) => secretOf(value) ?? [])
    if (secrets.every((secret) => this.#stored.has(secret))) return
    const stored = (await this.#storage()) ?? ''
    for (const secret of secrets) if (stored.includes(secret)) this.#stored.add(secret)
  }

  /** What the scripts of the page have stored, also in a cookie that they read; `undefined` where it is not of the product, and cannot tell. */
  async #storage(): Promise<string | undefined> {
    if (!this.#isOurs(this.#page.url())) return undefined
    return this.#page
      .evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))
      .catch(() => undefined)
  }

  /**
   * What the page would send now: a secret that the browser has forgotten is left out, and a token that an answer has brought is there as
   * soon as it is stored.
   */
  async now(): Promise<Record<string, string>> {
    await this.#looking
    const storage = await this.#storage()
    const isKnown = (value: string) => {
      const secret = secretOf(value)
      if (secret === undefined || storage?.includes(secret)) return true
      // A page of another site, which the person is at, changes nothing of what is stored for the product.
      return this.#stored.has(secret) ? storage === undefined : this.#isInMemory
    }
    const known = Object.fromEntries(Object.entries(this.#sent).filter(([, value]) => isKnown(value)))
    if (Object.values(known).some((value) => secretOf(value) !== undefined)) return known
    const unsent = this.#brought.find((token) => storage?.includes(token))
    return unsent === undefined ? known : Object.assign({}, known, ...tokenHeaders(this.#target, unsent))
  }
}

/** The same host, or one below the other: `api.example.com` belongs to `example.com`. */
export const isSameSite = (a: string, b: string): boolean =>
  a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
