import type { Pack } from '../../../machines/model/pack.ts'
import type { Party } from '../../../machines/model/screen.ts'

/** A name as part of a host: `1Secure` → `1secure`. */
const asHost = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const hostOf = ({ product, hosts }: Pack, party: Party): string =>
  hosts?.[party] ?? (party === 'product' ? `${asHost(product)}.example` : `${party}.example`)

/** What the address bar says at a screen, when there is no server to ask; empty where no page is open. */
export function addressOf(pack: Pack, screen: string): string {
  const { kind = 'page', party = 'product', path = screen } = pack.screens[screen] ?? {}
  if (kind !== 'page') return ''
  const host = hostOf(pack, party)
  return path === '' ? host : `${host}/${path}`
}

/** The addresses that can be opened by themselves: name in the pack → what the address bar says. */
export const addressesOf = (pack: Pack): Record<string, string> =>
  Object.fromEntries(
    Object.entries(pack.addresses).map(([name, screen]) => [name, addressOf(pack, screen)] as const),
  )

const plain = (typed: string) =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')

/** The name of an address that the reader typed; `undefined` if the pack has no such address. */
export const addressNamed = (pack: Pack, typed: string): string | undefined =>
  Object.entries(addressesOf(pack)).find(([, address]) => plain(address) === plain(typed))?.[0]
