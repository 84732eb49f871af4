import type { IdpEvent } from '../../mock-idp/index.ts'
import type { Deed, TenantEvent } from '../tenant/events.ts'
import type { AdminCenterDeeds } from './admin-center-deeds.ts'

const refused: Record<string, Deed | undefined> = {
  AADSTS50126: 'provider.wrong-password',
  AADSTS50034: 'provider.unknown-user',
  AADSTS50020: 'provider.unknown-user',
}

const did = (event: Deed | undefined, screen: string | null = null): TenantEvent[] =>
  event ? [{ kind: 'did', event, screen }] : []

/** Parameters that are worth something to whoever reads them, or long and nothing to read. */
const hidden = ['code', 'ticket', 'id_token_hint', 'state', 'session_state', 'code_challenge']
/** The handle of a sign-in under way. */
const handle = /(?<=\/)[\w-]{30,}(?=\/|$)/g

/** The path as the wire shows it. */
function shownPath(path: string): string {
  const url = new URL(path, 'http://provider.invalid')
  for (const name of hidden) if (url.searchParams.has(name)) url.searchParams.set(name, '…')
  const [authority = '', ...rest] = url.pathname.slice(1).split('/')
  return decodeURIComponent(
    `/${authority}/${rest.join('/')}`.replace(handle, (id) => (id === authority ? id : '…')) + url.search,
  )
}

/**
 * What an event of the provider is in the words of a sandbox's stream. What the tenant tells itself, because the answer comes
 * back to it (a cancelled sign-in, a declined consent), is left out.
 */
export function translate(event: IdpEvent, adminCenter: AdminCenterDeeds): TenantEvent[] {
  switch (event.type) {
    case 'request': {
      const { method, path, status } = event
      const by = event.by === 'browser' ? 'browser' : 'tenant'
      const asked: TenantEvent = {
        kind: 'request',
        at: 'provider',
        by,
        method,
        path: shownPath(path),
        status,
      }
      return [asked, ...adminCenter.of(event)]
    }
    case 'token-issued':
      return [{ kind: 'token', use: event.use, header: event.header, claims: event.claims }]
    case 'signed-in':
      return adminCenter.isFor(event.application)
        ? did('sign-in', 'entra-admin-center')
        : did('provider.right')
    case 'sign-in-refused':
      return adminCenter.isFor(event.application) ? [] : did(refused[event.code], 'provider-login')
    case 'protocol-error':
      return [{ kind: 'refused', code: event.code, reason: event.reason }]
    case 'consented':
      return did('consent.accept')
    default:
      return []
  }
}
