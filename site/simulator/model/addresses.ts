import type { Flow } from '../../../machines/model/flow.ts'
import type { Pack } from '../../../machines/model/pack.ts'
import { flowOf } from '../../../machines/model/perform.ts'
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

/** The names that the events of a flow open, those of its procedures too. */
const openedIn = (pack: Pack, flow: Flow): string[] =>
  Object.values(flow.events).flatMap(({ goTo, leg }) =>
    leg ? openedIn(pack, flowOf(pack, leg.flow)) : (goTo ?? []),
  )

/** The addresses that a flow is about: where people begin, the page that needs a login, and what its own events open. */
export function addressesIn(pack: Pack, flow: Flow): string[] {
  const { entrance, protectedPage, addresses } = pack
  const names = new Set([entrance, protectedPage, ...openedIn(pack, flow)])
  return Object.keys(addresses)
    .filter((name) => names.has(name))
    .map((name) => addressOf(pack, addresses[name] ?? ''))
}

const plain = (typed: string) =>
  typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/\/$/, '')

/** The name of an address that the reader typed; `undefined` if the pack has no such address. */
export const addressNamed = (pack: Pack, typed: string): string | undefined =>
  Object.entries(addressesOf(pack)).find(([, address]) => plain(address) === plain(typed))?.[0]
