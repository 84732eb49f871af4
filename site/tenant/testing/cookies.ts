import { Cookie, CookieJar } from 'tough-cookie'

/** The cookies that a browser sends to one address, by name. */
export class Cookies {
  readonly jar: CookieJar
  readonly #url: URL

  constructor(url: string, jar = new CookieJar()) {
    this.#url = new URL(url)
    this.jar = jar
  }

  /** @param url the address that it is sent to; default: the own one */
  get(name: string, url = this.#url.href): string | undefined {
    return this.jar.getCookiesSync(url).find(({ key }) => key === name)?.value
  }

  has(name: string): boolean {
    return this.get(name) !== undefined
  }

  values(): string[] {
    return this.#all().map(({ value }) => value)
  }

  /** Puts one there as the tenant does, whose cookies keep to the path of their sandbox. */
  set(key: string, value: string, expires: Date | 'Infinity' = 'Infinity') {
    const { href, pathname: path } = this.#url
    this.jar.setCookieSync(new Cookie({ key, value, path, expires, secure: true }), href)
  }

  delete(key: string) {
    this.set(key, '', new Date(0))
  }

  clear() {
    this.jar.removeAllCookiesSync()
  }

  #all() {
    return this.jar.getCookiesSync(this.#url.href)
  }
}
