import { CookieJar } from 'tough-cookie'
import { Agent, request } from 'undici'

export interface Answer {
  status: number
  location?: string | undefined
  body: string
}

/**
 * Only as much of a browser as a login needs, so that what is measured is the server: one kept-alive connection, and
 * cookies. The caller follows redirects.
 */
export function browser() {
  const dispatcher = new Agent({ connections: 1 })
  const jar = new CookieJar()

  return {
    close: () => dispatcher.close(),
    forget: () => jar.removeAllCookies(),
    async send(url: string, form?: Record<string, string>): Promise<Answer> {
      const cookie = await jar.getCookieString(url)
      const { statusCode, headers, body } = await request(url, {
        dispatcher,
        method: form ? 'POST' : 'GET',
        headers: {
          accept: 'text/html',
          ...(cookie && { cookie }),
          ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(form && { body: new URLSearchParams(form).toString() }),
      })
      for (const line of [headers['set-cookie'] ?? []].flat()) await jar.setCookie(line, url)
      return { status: statusCode, location: headers.location?.toString(), body: await body.text() }
    },
  }
}
export type Browser = ReturnType<typeof browser>
