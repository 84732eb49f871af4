import { pressed } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { administrators } from '../http/signed-in.ts'
import { invite } from '../outbox/invite.ts'
import { breakGlassOf } from '../sso/break-glass.ts'
import { endOutdatedSessions } from '../sso/end-outdated-sessions.ts'
import { type Method, methodOf, methods } from '../sso/methods.ts'
import { readSettings } from '../sso/read-settings.ts'
import { testConnection } from '../sso/test-connection.ts'
import type { Account } from '../store/schema.ts'
import { dropConnection, findConnection, saveConnection } from '../store/sso-connections.ts'
import { unlinkAll } from '../store/sso-identities.ts'
import type { SsoConnection } from '../store/sso-schema.ts'
import { awaitActivation } from '../store/users.ts'
import { refuseMyOrganization } from './configuration.ts'
import { sentPane, type Tell } from './sent-pane.ts'
import { type Entries, showPane } from './show-pane.ts'

const MINE = '/configuration/my-organization'
const LOCKED_OUT =
  'If this setting were wrong, no one could log in any more. An Administrator must have a password and a second factor first'

const connectionOf = (c: Ctx) => findConnection(c.var.tenant.store.db, c.var.sandbox.id)

const inForce = (connection: SsoConnection | undefined): Method => connection?.method ?? '1secure'

/** Configure-sso-entra.3: the pane opens at the method in force. */
export const editSettings = pressed(
  'my-organization',
  'Edit Settings',
  administrators(
    async (c) => goTo(c, `${MINE}/settings`, methods[inForce(await connectionOf(c))].screen),
    refuseMyOrganization,
  ),
)

export const showSettings = administrators(async (c) => {
  const former = await connectionOf(c)
  return showPane(c, methodOf(c.req.query('method') ?? '') ?? inForce(former), { former })
}, refuseMyOrganization)

/** The pane was sent: another method, a test, or the end of it. */
export const takeSettings = administrators(async (c, account) => {
  const entries = await readForm(
    c,
    'do',
    'method',
    'client-id',
    'pane',
    'discovery-url',
    'directory-id',
    'client-secret',
    'forget-secret',
    'relink',
  )
  const former = await connectionOf(c)
  const method = methodOf(entries.method)
  const isLeft = entries.do === 'cancel' || entries.do === 'choose'
  const tell = sentPane(c, entries, former)
  if (method && method !== '1secure' && !isLeft) return judge(c, account, { method, entries, former, tell })
  tell()
  if (entries.do === 'cancel') return goTo(c, MINE, 'my-organization')
  if (!method) return showPane(c, inForce(former), { former })
  return isLeft ? choose(c, method) : switchBack(c, account)
}, refuseMyOrganization)

/** The pane of a method has an address of its own, so that it is the same one after a reload. */
const choose = (c: Ctx, method: Method) => {
  const { label, screen } = methods[method]
  return goTo(c, `${MINE}/settings?${new URLSearchParams({ method: label })}`, screen)
}

/**
 * Inferred: there must be a way back. Someone who has no password here must activate the account, so that Resend Invite is offered;
 * the Administrator who does this is sent an invitation at once.
 */
async function switchBack(c: Ctx, account: Account) {
  const { tenant, sandbox } = c.var
  await atOnce(c, async () => {
    const { db } = c.var.tenant.store
    await dropConnection(db, sandbox.id)
    await awaitActivation(db, sandbox.id)
    await endOutdatedSessions(c, undefined)
    await record(c, 'settings-changed', { about: methods['1secure'].label })
    return true
  })
  if (account.password_hash === null) await invite(tenant, sandbox, account)
  return goTo(c, MINE, 'my-organization')
}

interface Sent {
  method: Exclude<Method, '1secure'>
  entries: Entries
  former: SsoConnection | undefined
  tell: Tell
}

/** Configure-sso-entra.6, configure-sso-oidc.7: what holds is saved, or only tried; what doesn't is said at its field. */
async function judge(c: Ctx, account: Account, sent: Sent) {
  const { tenant, now } = c.var
  const { method, entries, former, tell } = sent
  const saving = entries.do === 'save'
  const read = await readSettings(tenant, {
    method,
    clientId: entries['client-id'],
    discoveryUrl: entries['discovery-url'],
    directoryId: entries['directory-id'],
    domain: account.email.slice(account.email.indexOf('@') + 1),
  })
  tell(read.discovery)
  if ('wrong' in read) return showPane(c, method, { former, entries, at: read.at, wrong: read.wrong })
  const connection = connectionFrom(c, account, sent, read.settings)
  if (!saving) {
    const result = await testConnection(tenant, connection, now)
    return showPane(c, method, { former, entries, at: 'method', ...result })
  }
  if (!(await breakGlassOf(tenant, connection, now)))
    return showPane(c, method, { former, entries, at: 'method', wrong: LOCKED_OUT })
  await atOnce(c, async () => {
    const { db } = c.var.tenant.store
    await saveConnection(db, connection)
    if (entries.relink === 'yes') await unlinkAll(db, c.var.sandbox.id)
    await record(c, 'settings-changed', { about: methods[method].label })
    await endOutdatedSessions(c, connection)
    return true
  })
  return goTo(c, MINE, 'my-organization')
}

/** A kept secret stays only with the provider and client that it was given for: it cannot be sent elsewhere. */
function connectionFrom(
  c: Ctx,
  account: Account,
  { method, entries, former }: Sent,
  settings: Pick<SsoConnection, 'client_id' | 'discovery_url' | 'directory_id'>,
): SsoConnection {
  const { tenant, sandbox, now } = c.var
  const isSame = former?.client_id === settings.client_id && former.discovery_url === settings.discovery_url
  const kept = isSame && entries['forget-secret'] !== 'yes' ? former.sealed_secret : null
  const secret = entries['client-secret']
  return {
    ...settings,
    sandbox_id: sandbox.id,
    method,
    sealed_secret: secret === '' ? kept : tenant.store.vault.seal(secret, sandbox.id),
    keeper_id: account.id,
    saved_at: now,
  }
}
