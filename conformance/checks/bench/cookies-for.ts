import type { Credentials } from './person.ts'

/** Name → value of the cookies that a browser would send to an address. */
export function cookiesFor(cookies: Credentials['cookies'], url: string): Map<string, string> {
  const { hostname, pathname } = new URL(url)
  const own = cookies.filter(({ domain, path }) => isOfHost(hostname, domain) && isBelow(pathname, path))
  return new Map(own.map(({ name, value }) => [name, value]))
}

/** RFC 6265 section 5.1.3. A cookie for one host alone has no dot before it. */
const isOfHost = (hostname: string, domain: string) =>
  hostname === domain || (domain.startsWith('.') && `.${hostname}`.endsWith(domain))

/** RFC 6265 section 5.1.4. */
const isBelow = (pathname: string, path: string) =>
  pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
