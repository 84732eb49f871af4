import { BlockList, isIPv4 } from 'node:net'
import { NOT_REACHED } from '../sso/outgoing.ts'
import { subject } from './rule.ts'

const rule = subject('outgoing')

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

/** The public part of IPv6. Loopback, link-local and mapped addresses are outside it. */
const given = new BlockList()
given.addSubnet('2000::', 3, 'ipv6')

const isPublic = (address: string) =>
  isIPv4(address)
    ? !special.check(address, 'ipv4')
    : given.check(address, 'ipv6') && !special.check(address, 'ipv6')

interface Request {
  url: URL
  /** What the name resolves to, if anything; the connection goes to one of these. */
  addresses: string[]
  /** Origins that can be reached at any address, also without TLS. */
  allowed: string[]
}

export const guardOutgoing = rule(
  {
    says: 'An address that an Administrator types cannot make the server call into its own network. Only public addresses are reached, by TLS, unless the origin is on the list of allowed ones.',
    clauses: ['ASVS 5.0 1.3.6', 'RFC 6890 2.2', 'RFC 4291 2.4'],
    tests: ['actions/sso-settings.test.ts'],
  },
  /** Answers what is wrong. */
  ({ url, addresses, allowed }: Request): string | undefined => {
    if (allowed.includes(url.origin)) return undefined
    if (url.protocol !== 'https:') return 'Only an address that begins with https:// can be reached from here'
    return addresses.length === 0 || !addresses.every(isPublic) ? NOT_REACHED : undefined
  },
)
