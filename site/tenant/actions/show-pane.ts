import type { Ctx } from '../http/context.ts'
import { show } from '../http/show.tsx'
import { backChannelLogoutOf, callbackOf } from '../sso/addresses.ts'
import { breakGlassOf } from '../sso/break-glass.ts'
import { type Method, methods } from '../sso/methods.ts'
import type { SsoConnection } from '../store/sso-schema.ts'

/** What was typed into the pane. */
export type Entries = Record<
  | 'do'
  | 'method'
  | 'client-id'
  | 'pane'
  | 'discovery-url'
  | 'directory-id'
  | 'client-secret'
  | 'forget-secret'
  | 'relink',
  string
>

/** The fields that the pane keeps out of the way as long as they are empty. */
const mores = ['directory-id', 'client-secret', 'forget-secret', 'relink'] as const

interface Pane {
  /** The connection in force. */
  former: SsoConnection | undefined
  entries?: Entries
  at?: string
  wrong?: string
  good?: string
}

/** The pane as it was typed, or as it is in force; a secret is never in it (ASVS 5.0 15.3.1). */
export async function showPane(c: Ctx, method: Method, { former, entries, at, wrong, good }: Pane) {
  const { tenant, sandbox, now, account } = c.var
  const kept = former?.method === method ? former : undefined
  const keeper = await breakGlassOf(
    tenant,
    { sandbox_id: sandbox.id, keeper_id: former?.keeper_id ?? account?.id ?? null },
    now,
  )
  const sso = {
    clientId: entries?.['client-id'] ?? kept?.client_id ?? '',
    discoveryUrl: entries?.['discovery-url'] ?? kept?.discovery_url ?? '',
    directoryId: entries?.['directory-id'] ?? kept?.directory_id ?? '',
    hasSecret: kept !== undefined && kept.sealed_secret !== null,
    inForce: former !== undefined,
    callback: callbackOf(c),
    backChannelLogout: backChannelLogoutOf(c),
    forgetSecret: entries?.['forget-secret'] === 'yes',
    relink: entries?.relink === 'yes',
    open: entries !== undefined && mores.some((name) => entries[name] !== ''),
    ...(keeper ? { keeper: keeper.email } : {}),
  }
  const said = wrong ?? good
  const message =
    said === undefined ? {} : { message: said, tone: wrong ? ('wrong' as const) : ('note' as const) }
  return show(
    c,
    methods[method].screen,
    { sso, ...message, ...(wrong && at ? { at } : {}) },
    wrong ? 422 : 200,
  )
}
