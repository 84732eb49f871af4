/**
 * The least of a browser that a sign-in needs: cookies by path, redirects, forms. For tests of clients that have no page
 * of their own.
 */
export interface Page {
  url: string
  status: number
  html: string
  headers?: Headers
}

interface Cookie {
  value: string
  path: string
}

const field = /<(?:input|button)\b[^>]*>/g
const attribute = (tag: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")

export interface Browser {
  /** Follows redirects up to `stopAt`, an address prefix that isn't fetched but answered as the page's url. */
  open(url: string, stopAt?: string): Promise<Page>
  post(url: string, form: Record<string, string>, stopAt?: string): Promise<Page>
  cookies: Map<string, Cookie>
}

/** The hidden fields of a page, to be posted with it. */
export const hiddenFields = (html: string): Record<string, string> =>
  Object.fromEntries(
    (html.match(field) ?? [])
      .filter((tag) => attribute(tag, 'type') === 'hidden')
      .map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']),
  )

export function browser(request: typeof fetch = fetch): Browser {
  const cookies = new Map<string, Cookie>()

  async function go(url: string, init: RequestInit, stopAt?: string): Promise<Page> {
    if (stopAt && url.startsWith(stopAt)) return { url, status: 0, html: '' }
    const { pathname } = new URL(url)
    const cookie = [...cookies]
      .filter(
        ([, { path }]) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`),
      )
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')
    const response = await request(url, {
      ...init,
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie && { cookie }), ...init.headers },
    })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...rest] = line.split(/;\s*/)
      const [name = '', value = ''] = pair.split(/=(.*)/s)
      const path = rest.find((each) => /^path=/i.test(each))?.slice(5) ?? '/'
      if (/expires=Thu, 01 Jan 1970/i.test(line)) cookies.delete(name)
      else cookies.set(name, { value, path })
    }
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
