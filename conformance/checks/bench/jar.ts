import { type APIRequestContext, request } from '@playwright/test'
import { isOwnHeader } from '../../session/own-headers.ts'
import type { Session } from '../../session/session.ts'
import { isIn, type SignedInFacts, signedInFacts } from '../../session/signed-in.ts'
import { secretOf, tokensIn } from '../../session/token-headers.ts'
import { cookiesFor } from './cookies-for.ts'
import { errorAt, errorIn } from './error-in.ts'
import { freshen, isToken } from './freshen.ts'
import { tokensOf } from './page-tokens.ts'
import type { Credentials, Person } from './person.ts'
import { refusesInWordsOf } from './refusing-words.ts'
import type { Sent } from './sent.ts'
import { headersWith } from './token-headers.ts'

const MOST_REDIRECTS = 10

/** The answer to a request, after all redirects. */
export interface Answer {
  status: number
  /** Where it ended. */
  url: string
  headers: Record<string, string>
  body: string
  /** Status and address of each answer, the first one first. */
  hops: { status: number; url: string }[]
  /**
   * What reports an error: an alert in a page, a toast that refuses, a status, or an error in the address that the browser is redirected to,
   * for a page that a script builds. `undefined` if nothing does.
   */
  error: string | undefined
}

/** Cookies and tokens without a browser: sends what a browser sent, as the person, as they were before, or anonymously. */
export class Jar {
  readonly #person: Person
  readonly #session: Session
  readonly #context: APIRequestContext
  /** What the scripts of the person's page add to their requests, such as a token. */
  #headers: Readonly<Record<string, string>>
  /** What may be tokens in the last answer that brought any: a script of the page would keep one of them, and send it from then on. */
  #brought: readonly string[] = []
  readonly #refuses: (text: string) => boolean

  private constructor(person: Person, context: APIRequestContext, headers: Credentials['headers']) {
    this.#person = person
    this.#session = person.session
    this.#refuses = refusesInWordsOf(person.session.target)
    this.#context = context
    this.#headers = headers
  }

  /** With the cookies and tokens that the person has now; from here on apart from the browser. */
  static async of(person: Person): Promise<Jar> {
    return Jar.with(person, await person.credentials())
  }

  /** With these cookies and headers only; without any, anonymously. */
  static async with(person: Person, { cookies = [], headers = {} }: Partial<Credentials> = {}): Promise<Jar> {
    const storageState = { cookies, origins: [] }
    const context = await request.newContext({ storageState, ignoreHTTPSErrors: true })
    return new Jar(person, context, headers)
  }

  open(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.send({ url, method: 'GET', headers: { accept: 'text/html', ...headers }, body: '' })
  }

  /** Sends what a script of the person's page reads, with the headers that it adds: a token may be there and in no cookie. */
  read(reading: Sent): Promise<Answer> {
    return this.send({ ...reading, headers: { ...reading.headers, ...this.#headers } })
  }

  /**
   * The request as a page of this jar's session would send it: with the hidden fields and tokens of that page, which is opened
   * for it. A stale token would be what is refused, and nothing would be proven.
   */
  async fresh(sent: Sent): Promise<Sent> {
    if (!sent.from?.startsWith('http')) return this.#asOwn(sent)
    const { body } = await this.open(sent.from)
    return this.#freshFrom(sent, body)
  }

  /**
   * The request as the page would send it that the person has open. It is not opened once more: many products draw a new key or a new
   * token then, and what the person sees would be worth nothing.
   * @param typed what a person typed: every other field has what the page fills in
   */
  async freshOnPage(person: Person, sent: Sent, typed: readonly string[]): Promise<Sent> {
    const { page } = person
    if (!page.url().startsWith('http')) return this.freshAtEntrance(person, sent, typed)
    return this.#freshFrom(sent, await page.content(), typed, page.url())
  }

  /** The request as the first page of the deployment would send it, where the page that the person has open gives nothing. */
  async freshAtEntrance({ session }: Person, sent: Sent, typed: readonly string[]): Promise<Sent> {
    const { body } = await this.open(session.arranged.url)
    return this.#freshFrom(sent, body, typed)
  }

  async #freshFrom(sent: Sent, body: string, typed?: readonly string[], page?: string): Promise<Sent> {
    const { target } = this.#session
    const cookies = await this.#cookies(sent.url)
    return freshen(this.#asOwn(sent), tokensOf(body), { cookies, csrf: target.csrf, typed, page })
  }

  /** The request with the tokens of this jar's person in place of those of the person who sent it first. */
  #asOwn(sent: Sent): Sent {
    const { csrf } = this.#session.target
    const isTheirs = ([name, value]: [string, string]) =>
      isOwnHeader(name) && secretOf(value) !== undefined && !isToken(name, csrf?.header)
    const kept = Object.entries(sent.headers).filter((header) => !isTheirs(header))
    const own = Object.entries(this.#headers).filter(([name]) => name in sent.headers)
    return { ...sent, headers: { ...Object.fromEntries(kept), ...Object.fromEntries(own) } }
  }

  /**
   * Sends a request as {@link fresh} makes it.
   * @param change what is forged in it: done last, for the page would put its own values back
   */
  async sendFresh(sent: Sent, change = (fresh: Sent): Sent => fresh): Promise<Answer> {
    return this.send(change(await this.fresh(sent)))
  }

  /** Sends a request, and follows where it leads as a browser does. @param most how many redirects */
  async send({ url, method, headers, body }: Sent, most = MOST_REDIRECTS): Promise<Answer> {
    const hops: Answer['hops'] = []
    let redirected: Answer | undefined
    let next = { url, method, headers: { ...ownPage(url, method), ...headers }, ...(body && { data: body }) }
    for (;;) {
      const { url: at, ...options } = next
      const response = await this.#context.fetch(at, { ...options, maxRedirects: 0 }).catch((error) => {
        // Where a target sends people to a place that does not answer, that redirect is its answer.
        if (redirected) return undefined
        throw error
      })
      if (!response) return redirected as Answer
      const status = response.status()
      hops.push({ status, url: at })
      const location = response.headers().location
      if (status >= 300 && status < 400 && location && hops.length <= most) {
        const to = new URL(location, at).href
        redirected = { status, url: at, headers: response.headers(), body: '', hops, error: errorAt(to) }
        // RFC 9110 sections 15.4.8 and 15.4.9: these two send the same request again.
        const isSame = status === 307 || status === 308
        next = isSame ? { ...next, url: to } : { url: to, method: 'GET', headers: { accept: 'text/html' } }
        continue
      }
      const text = method === 'HEAD' ? '' : await response.text()
      const brought = status < 400 ? tokensIn(text) : []
      if (brought.length > 0) this.#brought = brought
      const error = errorIn(status, text, this.#refuses) ?? (at === url ? undefined : errorAt(at))
      return { status, url: at, headers: response.headers(), body: text, hops, error }
    }
  }

  /** A token that an answer has brought counts, as the scripts of the page send it. */
  async signedIn(): Promise<SignedInFacts> {
    const facts = await this.#factsWith(this.#headers)
    if (isIn(facts)) return facts
    for (const token of this.#brought)
      for (const header of await headersWith(token, this.#person.bench)) {
        const headers = { ...this.#headers, ...header }
        const own = await this.#factsWith(headers)
        if (!isIn(own)) continue
        this.#headers = headers
        return own
      }
    return facts
  }

  async #factsWith(headers: Credentials['headers']): Promise<SignedInFacts> {
    const { dashboard } = this.#session.arranged
    const cookies = [...(await this.#cookies(dashboard))].map(([name, value]) => ({ name, value }))
    return signedInFacts(this.#session, cookies, undefined, headers)
  }

  /** The person’s browser has this jar's cookies from here on, as if it had sent everything itself. */
  async giveTo({ session }: Person): Promise<void> {
    const { cookies } = await this.#context.storageState()
    await session.context.clearCookies()
    await session.context.addCookies(cookies)
  }

  /** The cookies that a request to an address would carry, as its header. */
  async cookieHeader(url: string): Promise<{ cookie?: string }> {
    const own = [...(await this.#cookies(url))]
    return own.length > 0 ? { cookie: own.map(([name, value]) => `${name}=${value}`).join('; ') } : {}
  }

  async #cookies(url: string): Promise<Map<string, string>> {
    return cookiesFor((await this.#context.storageState()).cookies, url)
  }

  close(): Promise<void> {
    return this.#context.dispose()
  }
}

/** A request that was watched, or held back, does not tell what the browser would have said of its origin. */
export const ownPage = (url: string, method: string): Record<string, string> => ({
  ...(method !== 'GET' && { origin: new URL(url).origin }),
  'sec-fetch-site': 'same-origin',
})
