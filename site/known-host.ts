import { isIP } from 'node:net'

/** The name in a Host header (RFC 9110 section 7.2), without its port; undefined where it has none. */
function nameIn(host: string): string | undefined {
  const url = URL.parse(`http://${host}`)
  return url && url.pathname === '/' && !url.username && !url.search && !url.hash ? url.hostname : undefined
}

/**
 * Whether a request addresses this server: by one of its names, as `localhost`, or by an IP address. A name that somebody else
 * owns can be pointed at an address, but a page can't have the address itself for its origin without being served from it.
 */
export function isKnownHost(host: string | undefined, names: readonly string[]): boolean {
  const name = host === undefined ? undefined : nameIn(host)
  if (name === undefined) return false
  const bare = name.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  return isIP(bare) > 0 || bare === 'localhost' || names.includes(bare)
}
