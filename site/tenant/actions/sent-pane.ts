import type { Fields } from '../events.ts'
import { used } from '../http/acted.ts'
import type { Ctx } from '../http/context.ts'
import { type Method, methodOf, methods } from '../sso/methods.ts'
import type { Discovery } from '../sso/read-settings.ts'
import type { SsoConnection } from '../store/sso-schema.ts'
import { chosen, filled } from '../symbols.ts'
import type { Entries } from './show-pane.ts'

/** Notes that the pane was sent. `discovery` is what its discovery address turned out to be, where it was asked. */
export type Tell = (discovery?: Discovery) => void

/** @param former the connection in force */
export function sentPane(c: Ctx, entries: Entries, former: SsoConnection | undefined): Tell {
  const pane = paneOf(entries, former)
  return (discovery) =>
    used(c, methods[pane].screen, labelOf(entries.do), fieldsOf(c, pane, { entries, former, discovery }))
}

/** Choosing another method sends the form without a button. */
function labelOf(button: string): string | undefined {
  if (button === 'choose') return undefined
  if (button === 'save') return 'Save'
  return button === 'cancel' ? 'Cancel' : 'Test connection'
}

/** The page says which pane it shows. For a program that does not, it is the method's own, or the one in force. */
function paneOf(entries: Entries, former: SsoConnection | undefined): Method {
  const own = entries.do === 'choose' ? undefined : methodOf(entries.method)
  return methodOf(entries.pane) ?? own ?? former?.method ?? '1secure'
}

interface Sent {
  entries: Entries
  former: SsoConnection | undefined
  discovery: Discovery | undefined
}

const labels = Object.values(methods).map(({ label }) => label)

/** Every field of a pane by its label. */
function fieldsOf(c: Ctx, pane: Method, { entries, former, discovery }: Sent): Fields {
  const Method = chosen(entries.method, labels)
  if (pane === '1secure') return { Method }
  const id = c.var.tenant.rules.readClientId(entries['client-id'], pane)
  const hasSecret = former?.method === pane && former.sealed_secret !== null
  return {
    Method,
    'Client ID': emptyOr(entries['client-id'], 'wrong' in id ? 'malformed' : 'registered'),
    ...(pane === 'openid-connect'
      ? { 'Discovery url': emptyOr(entries['discovery-url'], ...(discovery ? [discovery] : [])) }
      : {}),
    'Directory (tenant) ID': filled(entries['directory-id']),
    'Client secret': filled(entries['client-secret']),
    ...(hasSecret ? { 'Forget the client secret': filled(entries['forget-secret']) } : {}),
    ...(former ? { 'Find everyone by address again at the next login': filled(entries.relink) } : {}),
  }
}

const emptyOr = (typed: string, ...symbols: string[]) => (typed.trim() === '' ? ['empty'] : symbols)
