import { parse } from 'node-html-parser'
import type { CookieJar } from 'tough-cookie'
import { withCookies } from '../../../mock-idp/clients/with-cookies.ts'
import { type CookieName, cookieName } from '../http/cookie.ts'
import { tokenFor } from '../http/form-token.ts'
import { FORM_TOKEN_HEADER } from '../screens/parts/form-token.ts'
import { Cookies } from './cookies.ts'

/** What a visitor sees after all redirects. */
export interface Seen {
  status: number
  path: string
  screen: string
  /** The messages shown. */
  says: string
  html: string
}

/** A browser's cookies and headers over plain HTTP; follows redirects as one. */
export class Visitor {
  readonly origin: string
  readonly base: string
  readonly cookies: Cookies
  readonly #fetch: ReturnType<typeof withCookies>

  constructor(origin: string, base: string, jar?: CookieJar) {
    this.origin = origin
    this.base = base
    this.cookies = new Cookies(base, jar)
    this.#fetch = withCookies(this.cookies.jar)
  }

  /** A second tab or thief with the same cookies, from now on apart. */
  copy(): Visitor {
    return new Visitor(this.origin, this.base, this.cookies.jar.cloneSync())
  }

  /**
   * One request, no redirect followed.
   * @param path below the sandbox's base, or a whole address
   * @param withToken a request that changes something carries the token of the browser's forms
   */
  async request(path: string, init: RequestInit = {}, withToken = true): Promise<Response> {
    const url = path.startsWith('http') ? path : `${this.base}${path}`
    const token =
      withToken && init.method === 'POST' && url.startsWith(this.base) ? await this.#formToken(url) : {}
    return this.#fetch(url, { ...init, headers: { origin: this.origin, ...token, ...init.headers } })
  }

  /** What the forms of this browser send back, as its scripts would. */
  async #formToken(url: string): Promise<Record<string, string>> {
    const kept = (name: CookieName) => this.cookies.get(cookieName(this.origin, name), url)
    if (!kept('form')) await this.#fetch(`${this.base}/api/session`)
    return { [FORM_TOKEN_HEADER]: tokenFor(kept('form') ?? '', kept('activate') ?? kept('reset')) }
  }

  async open(path: string): Promise<Seen> {
    return this.#see(await this.request(path), path)
  }

  async post(path: string, fields: Record<string, string> = {}): Promise<Seen> {
    return this.#see(await this.request(path, { method: 'POST', body: new URLSearchParams(fields) }), path)
  }

  async postJson(path: string, body: unknown = {}): Promise<Response> {
    const headers = { 'content-type': 'application/json' }
    return this.request(path, { method: 'POST', body: JSON.stringify(body), headers })
  }

  /** Who the product says is logged in. */
  async session(): Promise<string | undefined> {
    const response = await this.request('/api/session')
    return response.status === 200 ? ((await response.json()) as { email: string }).email : undefined
  }

  /** As far as the second factor. */
  async passPassword(email: string, password: string): Promise<Seen> {
    await this.post('/log-in/email', { email })
    return this.post('/log-in/password', { password })
  }

  async #see(response: Response, path: string): Promise<Seen> {
    const location = response.headers.get('location')
    if (location) return this.open(new URL(location, this.origin).href)
    const html = await response.text()
    const page = parse(html)
    return {
      status: response.status,
      path: new URL(path, this.base).pathname.replace(new URL(this.base).pathname, ''),
      screen: page.querySelector('body')?.getAttribute('data-screen') ?? '',
      says: page
        .querySelectorAll('[role=alert]')
        .map((alert) => alert.text)
        .join(' '),
      html,
    }
  }
}
