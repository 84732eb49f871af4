import type { CookieJar } from 'tough-cookie'

/**
 * A `fetch` with the cookies of a browser: tough-cookie decides which of them a request gets, and which an answer may
 * set (RFC 6265bis; as in browsers, `Secure` ones also travel to localhost without TLS). Every request counts as one
 * from the same site. Redirects are answered, not followed, because every hop has different cookies.
 */
export const withCookies =
  (jar: CookieJar, send: (url: string, init: RequestInit) => Promise<Response> = fetch) =>
  async (url: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers)
    const cookie = await jar.getCookieString(url)
    if (cookie) headers.set('cookie', cookie)
    const response = await send(url, { ...init, redirect: 'manual', headers })
    for (const line of response.headers.getSetCookie()) await jar.setCookie(line, url)
    return response
  }
