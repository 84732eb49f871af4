import { parse } from 'node-html-parser'

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
  readonly cookies = new Map<string, string>()

  constructor(origin: string, base: string) {
    this.origin = origin
    this.base = base
  }

  /** A second tab or thief with the same cookies, from now on apart. */
  copy(): Visitor {
    const other = new Visitor(this.origin, this.base)
    for (const [name, value] of this.cookies) other.cookies.set(name, value)
    return other
  }

  /** One request, no redirect followed. `path` lies below the sandbox's base, or is a whole address. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const url = path.startsWith('http') ? path : `${this.base}${path}`
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, origin: this.origin, ...(init.headers as Record<string, string>) }
    const response = await fetch(url, { redirect: 'manual', ...init, headers })
    for (const line of response.headers.getSetCookie()) this.#keep(line)
    return response
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

  #keep(line: string) {
    const [name = '', value = ''] = line.split(';', 1)[0]?.split('=') ?? []
    if (value === '') this.cookies.delete(name)
    else this.cookies.set(name, value)
  }
}
