import { BlockList, isIPv4 } from 'node:net'

/** IANA's special-purpose registries (RFC 6890): what is not the public internet. */
const special = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  special.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(network, prefix, 'ipv6')

/** All of IPv6 that is given out to the public (RFC 4291 section 2.4); loopback, link-local and mapped ones lie outside. */
const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')

const isPublic = (address: string) =>
  isIPv4(address)
    ? !special.check(address, 'ipv4')
    : given.check(address, 'ipv6') && !special.check(address, 'ipv6')

interface Outgoing {
  url: URL
  /** What the name resolves to; the connection goes to one of these. */
  addresses: string[]
  /** Origins that may be reached wherever they are. */
  allowed: string[]
}

/**
 * ASVS 5.0 1.3.6: what an Administrator types must not make the server call into the network it stands in. Answers what is
 * wrong. An origin on the allow-list is reached wherever it is, also without TLS.
 */
export function guardOutgoing({ url, addresses, allowed }: Outgoing): string | undefined {
  if (allowed.includes(url.origin)) return undefined
  if (addresses.length === 0 || !addresses.every(isPublic))
    return 'This address can’t be reached from here: it leads into a private network'
  return url.protocol === 'https:'
    ? undefined
    : 'Only an address that begins with https:// can be reached from here'
}
