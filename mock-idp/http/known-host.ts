import { isIP } from 'node:net'
import { hostname } from 'node:os'

const nameOf = (host: string) => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : '')

/** An address in a Host header is one that somebody typed; only a name can be pointed elsewhere while a page is open. */
const isAddress = (name: string) => isIP(name.replace(/^\[|\]$/g, '')) !== 0

/**
 * Whether a request is for this provider by a name that is its own. A page of another site can reach a server of this machine
 * by pointing its own name here (DNS rebinding), and then the Host header has that name.
 * @param names further names, as in an address: without port
 */
export function knowsHost(names: readonly string[]): (host: string | undefined) => boolean {
  const known = new Set(['localhost', hostname().toLowerCase(), ...names.map((name) => name.toLowerCase())])
  return (host = '') => {
    const name = nameOf(host)
    return known.has(name) || name.endsWith('.localhost') || isAddress(name)
  }
}
