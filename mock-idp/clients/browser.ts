import { parse } from 'node-html-parser'
import { CookieJar } from 'tough-cookie'
import { withCookies } from './with-cookies.ts'

export interface Page {
  url: string
  status: number
  html: string
  headers?: Headers
}

/** What a sign-in needs of a browser: cookies, redirects, forms. For tests of clients that have no pages. */
export interface Browser {
  /** Follows redirects up to `stopAt`, an address prefix that isn't fetched but answered as the page's url. */
  open(url: string, stopAt?: string): Promise<Page>
  post(url: string, form: Record<string, string>, stopAt?: string): Promise<Page>
  cookies: CookieJar
}

/** The hidden fields of a page, to be posted with it. */
export const hiddenFields = (html: string): Record<string, string> =>
  Object.fromEntries(
    parse(html)
      .querySelectorAll('[type=hidden]')
      .map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']),
  )

export function browser(send?: Parameters<typeof withCookies>[1]): Browser {
  const cookies = new CookieJar()
  const request = withCookies(cookies, send)

  async function go(url: string, init: RequestInit, stopAt?: string): Promise<Page> {
    if (stopAt && url.startsWith(stopAt)) return { url, status: 0, html: '' }
    const response = await request(url, { ...init, headers: { accept: 'text/html', ...init.headers } })
    const location = response.headers.get('location')
    if (location) {
      await response.body?.cancel()
      return go(new URL(location, url).href, { method: 'GET' }, stopAt)
    }
    return { url, status: response.status, html: await response.text(), headers: response.headers }
  }

  return {
    cookies,
    open: (url, stopAt) => go(url, { method: 'GET' }, stopAt),
    post: (url, form, stopAt) =>
      go(
        url,
        {
          method: 'POST',
          body: new URLSearchParams(form).toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        },
        stopAt,
      ),
  }
}
