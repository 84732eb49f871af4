import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/** Which proxies are believed when they say on whose behalf they ask: the nearest ones by number, or those at these addresses. */
export type TrustedProxies = number | BlockList

const MOST_HOPS = 9
const LOOPBACK = ['127.0.0.0/8', '::1']

/**
 * Reads the number of proxies in front of this server, or the addresses and networks of them, separated by commas; `loopback` is
 * this machine. `undefined` where it is neither.
 */
export function readTrustedProxies(typed: string): TrustedProxies | undefined {
  if (/^\d$/.test(typed)) return Number(typed) <= MOST_HOPS ? Number(typed) : undefined
  const list = new BlockList()
  const parts = typed.split(',').map((part) => part.trim())
  for (const part of parts.flatMap((part) => (part === 'loopback' ? LOOPBACK : part)))
    if (!addTo(list, part)) return undefined
  return list
}

function addTo(list: BlockList, part: string): boolean {
  const [address = '', bits, ...rest] = part.split('/')
  const version = isIP(address)
  const most = version === 6 ? 128 : 32
  if (version === 0 || rest.length > 0) return false
  if (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)) return false
  list.addSubnet(address, bits === undefined ? most : Number(bits), version === 6 ? 'ipv6' : 'ipv4')
  return true
}

export interface Caller {
  /** Of the machine that asks; `undefined` where it has gone already. */
  address: string | undefined
  /** How it reached a trusted proxy; `undefined` where there is none that says it. */
  scheme: 'http' | 'https' | undefined
}

/**
 * Who asks. What a request says of itself in `X-Forwarded-For` and `X-Forwarded-Proto` counts only as far as trusted proxies have
 * added it: each appends the address that it was asked from, so the list is read from its end.
 */
export function callerOf(
  { socket, headers }: Pick<IncomingMessage, 'socket' | 'headers'>,
  trusted: TrustedProxies = 0,
): Caller {
  const peer = socket.remoteAddress === undefined ? undefined : plain(socket.remoteAddress)
  if (peer === undefined || !isTrusted(peer, 0, trusted)) return { address: peer, scheme: undefined }
  const said = listIn(headers['x-forwarded-proto']).at(-1)
  const scheme = said === 'http' || said === 'https' ? said : undefined
  let address = peer
  for (const [n, named] of listIn(headers['x-forwarded-for']).reverse().entries()) {
    if (isIP(plain(named)) === 0 || !isTrusted(address, n, trusted)) break
    address = plain(named)
  }
  return { address, scheme }
}

/** @param hop how many proxies are nearer */
function isTrusted(address: string, hop: number, trusted: TrustedProxies): boolean {
  if (typeof trusted === 'number') return hop < trusted
  return trusted.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

const listIn = (header: string | string[] | undefined): string[] =>
  [header ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)

/** An IPv4 address also where the system writes it as an IPv6 one (RFC 4291 section 2.5.5.2), or a proxy adds a port. */
function plain(address: string): string {
  const [, v6] = /^\[([^\]]+)\](?::\d+)?$/.exec(address) ?? []
  const bare = v6 ?? (/^[\d.]+:\d+$/.test(address) ? address.slice(0, address.indexOf(':')) : address)
  return /^::ffff:[\d.]+$/i.test(bare) ? bare.slice('::ffff:'.length) : bare
}

/** IPv6 gives one household 2^64 addresses: the network says who it is (RFC 6177). */
export function networkOf(address: string | undefined): string {
  if (address === undefined || isIP(address) !== 6) return address ?? ''
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const groups =
    tail === undefined ? left : [...left, ...Array(8 - left.length - right.length).fill('0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}

/** The network of a request in the bindings of `@hono/node-server`; empty where there is none, as in a test. */
export const networkIn = (
  env: { incoming?: Pick<IncomingMessage, 'socket' | 'headers'> } | undefined,
  trusted: TrustedProxies,
): string => (env?.incoming ? networkOf(callerOf(env.incoming, trusted).address) : '')
