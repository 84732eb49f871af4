import type { Deed } from '../events.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
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
import { type Entries, showPane } from './show-pane.ts'

const MINE = '/configuration/my-organization'
const LOCKED_OUT =
  'If this setting were wrong, nobody could log in any more. An Administrator must have a password and a second factor first'

const connectionOf = (c: Ctx) => findConnection(c.var.tenant.store.db, c.var.sandbox.id)

/** Configure-sso-entra.3: the pane opens at the method in force. */
export const editSettings = administrators(async (c) => {
  const connection = await connectionOf(c)
  await did(c, 'edit-settings', methods[connection?.method ?? '1secure'].screen)
  return goTo(c, `${MINE}/settings`)
}, refuseMyOrganization)

export const showSettings = administrators(async (c) => {
  const connection = await connectionOf(c)
  return showPane(c, connection?.method ?? '1secure', { former: connection })
}, refuseMyOrganization)

/** The pane was sent: another method, a test, or the end of it. */
export const takeSettings = administrators(async (c, account) => {
  const entries = await readForm(
    c,
    'do',
    'method',
    'client-id',
    'former-client-id',
    'discovery-url',
    'directory-id',
    'client-secret',
    'forget-secret',
    'relink',
  )
  const former = await connectionOf(c)
  const method = methodOf(entries.method)
  if (entries.do === 'cancel') {
    await did(c, 'cancel', 'my-organization')
    return goTo(c, MINE)
  }
  if (!method) return showPane(c, former?.method ?? '1secure', { former })
  if (entries.do === 'choose') {
    await did(c, `choose.${method}`, methods[method].screen)
    return showPane(c, method, { former, entries })
  }
  return method === '1secure' ? switchBack(c, account) : judge(c, account, { method, entries, former })
}, refuseMyOrganization)

/**
 * Inferred: there must be a way back. Who has no password here must activate the account, so that Resend Invite is offered;
 * the Administrator who does this is sent an invitation at once.
 */
async function switchBack(c: Ctx, account: Account) {
  const { tenant, sandbox } = c.var
  const { db } = tenant.store
  await dropConnection(db, sandbox.id)
  await awaitActivation(db, sandbox.id)
  await endOutdatedSessions(c, undefined)
  if (account.password_hash === null) await invite(tenant, sandbox, account)
  await record(c, 'settings-changed', { about: methods['1secure'].label })
  await did(c, 'save', 'my-organization')
  return goTo(c, MINE)
}

interface Sent {
  method: Exclude<Method, '1secure'>
  entries: Entries
  former: SsoConnection | undefined
}

/** Configure-sso-entra.6, configure-sso-oidc.7: what holds is saved, or only tried; what doesn't is said at its field. */
async function judge(c: Ctx, account: Account, { method, entries, former }: Sent) {
  const { tenant, now } = c.var
  const { screen, label } = methods[method]
  const saving = entries.do === 'save'
  const read = await readSettings(tenant, {
    method,
    clientId: entries['client-id'],
    discoveryUrl: entries['discovery-url'],
    directoryId: entries['directory-id'],
    domain: account.email.slice(account.email.indexOf('@') + 1),
  })
  const isTypedOver = entries['client-id'].trim() !== entries['former-client-id']
  const typed = read.deeds.filter((deed) => isTypedOver || !deed.startsWith('client-id'))
  const tell = (shown: 'my-organization' | typeof screen): Promise<void> =>
    saving ? did(c, [...typed, 'save'] satisfies Deed[], shown) : Promise.resolve()
  if ('wrong' in read) {
    await tell(screen)
    return showPane(c, method, { former, entries, at: read.at, wrong: read.wrong })
  }
  const connection = connectionFrom(c, account, { method, entries, former }, read.settings)
  if (!saving) {
    const result = await testConnection(tenant, connection, now)
    return showPane(c, method, { former, entries, at: 'method', ...result })
  }
  if (!(await breakGlassOf(tenant, connection, now))) {
    await tell(screen)
    return showPane(c, method, { former, entries, at: 'method', wrong: LOCKED_OUT })
  }
  await saveConnection(tenant.store.db, connection)
  if (entries.relink === 'yes') await unlinkAll(tenant.store.db, c.var.sandbox.id)
  await record(c, 'settings-changed', { about: label })
  await endOutdatedSessions(c, connection)
  await tell('my-organization')
  return goTo(c, MINE)
}

/** A kept secret stays only with the provider and client that it was given for: nobody can have it sent elsewhere. */
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
