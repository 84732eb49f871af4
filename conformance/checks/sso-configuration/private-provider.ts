import { lookup } from 'node:dns/promises'
import { BlockList, isIPv6 } from 'node:net'
import type { Person } from '../bench/person.ts'

/** Loopback, link-local and private addresses (RFC 6890, RFC 4193). */
const inside = new BlockList()
for (const [network, prefix] of [
  ['10.0.0.0', 8],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
inside.addAddress('::1', 'ipv6')
inside.addSubnet('fc00::', 7, 'ipv6')
inside.addSubnet('fe80::', 10, 'ipv6')

export const isPrivate = (address: string) => inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')

/**
 * Why a sound target may ask addresses inside its own network; `undefined` where it may not. Its provider is there itself, and the
 * documentation does not say that all others there are refused.
 */
export async function whyInsideIsAllowed({ bench, session }: Person): Promise<string | undefined> {
  if (bench.target.documented?.privateAddresses === 'refused') return undefined
  const { hostname } = new URL(session.provider().discoveryUrl)
  const found = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true }).catch(() => [])
  if (!found.some(({ address }) => isPrivate(address))) return undefined
  return `The provider of this target is at ${hostname}, a private address, too: nothing says that others are refused (documented.privateAddresses).`
}
