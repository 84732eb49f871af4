import { generateSync } from 'otplib'
import { sendInvitation } from '../outbox/send-invitation.ts'
import type { ProviderAccess } from '../provider-door.ts'
import { publish } from '../publish.ts'
import { setPassword } from '../store/accounts.ts'
import { clearAttempts } from '../store/attempts.ts'
import { dropApp, enrolApp } from '../store/authenticator-apps.ts'
import { spendLinksOfAccount } from '../store/mailed-links.ts'
import { forgetDevices } from '../store/remembered-devices.ts'
import { moveClock } from '../store/sandboxes.ts'
import type { Account, Sandbox } from '../store/schema.ts'
import { addKey, dropKeys } from '../store/security-keys.ts'
import { changeUser, resetAccount, verifyAccount } from '../store/users.ts'
import { endVisitsOfAccount } from '../store/visits.ts'
import { type Tenant, timeIn } from '../tenant.ts'
import { arrangeSso, undoSso } from './arrange-sso.ts'
import { type AccountArrangement, type Arrangement, isSso } from './bodies.ts'
import { ControlError } from './control-error.ts'
import { firstAccount } from './first-account.ts'
import { connectionOf, openDirectory } from './open-directory.ts'
import { type SignedIn, signInAs } from './sign-in-as.ts'

/** What the caller needs to know to go on from there. */
export interface Arranged extends Partial<SignedIn> {
  /** The person who will log in, where SSO is in force. */
  email?: string
  password?: string
  /** Base32 */
  totpSecret?: string
  /** A code that was right but is spent: the one of the time step before now. */
  usedCode?: string
  /** Sandbox time in ms. */
  now: number
  /** The sandbox's directory at the tenant's provider. */
  provider?: ProviderAccess
}

/** Four words of the shape that the rules like; random, because sandboxes may be reached by others. */
const makePassword = (random: Tenant['random']) =>
  `river ${Buffer.from(random(9)).toString('base64url')} lantern`

const roleOf = { administrator: 'Administrator', editor: 'Editor', viewer: 'Viewer' } as const

/** Makes a given true in one call. What was arranged or done before in the sandbox's account is undone. */
export async function arrange(tenant: Tenant, sandbox: Sandbox, wanted: Arrangement): Promise<Arranged> {
  const account = await firstAccount(tenant, sandbox)
  await undo(tenant, account)
  const provider = await openDirectory(tenant, sandbox, wanted.given, account)
  if (!isSso(wanted)) return { ...(await arrangeAccount(tenant, sandbox, account, wanted)), provider }
  const sso = wanted.sso ?? (provider && connectionOf(provider))
  if (!sso)
    throw new ControlError(400, 'bad-request', 'sso: this tenant has no provider of its own, so name one.')
  return { ...(await arrangeSso(tenant, sandbox, account, { given: wanted.given, sso })), provider }
}

async function arrangeAccount(
  tenant: Tenant,
  sandbox: Sandbox,
  account: Account,
  wanted: AccountArrangement,
): Promise<Arranged> {
  const { db } = tenant.store
  if (wanted.given === 'cloud-administrator') return { now: timeIn(tenant, sandbox) }
  await sendInvitation(tenant, sandbox, account)
  switch (wanted.given) {
    case 'invited':
      return { now: timeIn(tenant, sandbox) }
    case 'link-expired':
      return { now: await letLinkExpire(tenant, sandbox) }
    case 'activated':
      return { password: await activate(tenant, sandbox, account), now: timeIn(tenant, sandbox) }
    case 'authenticator-app':
      return {
        password: await activate(tenant, sandbox, account),
        ...(await enrol(tenant, sandbox, account)),
        now: timeIn(tenant, sandbox),
      }
    case 'security-key': {
      const password = await activate(tenant, sandbox, account)
      await enrolKey(tenant, sandbox, account, wanted)
      return { password, now: timeIn(tenant, sandbox) }
    }
    case 'administrator':
    case 'editor':
    case 'viewer':
      await changeUser(db, account, { role: roleOf[wanted.given] }, () => undefined)
      return {
        password: await activate(tenant, sandbox, account),
        ...(await enrol(tenant, sandbox, account)),
        ...(await signInAs(tenant, sandbox, account)),
        now: timeIn(tenant, sandbox),
      }
  }
}

async function undo(tenant: Tenant, account: Account) {
  const { db } = tenant.store
  await undoSso(tenant, account.sandbox_id)
  await setPassword(db, account.id, null)
  await resetAccount(db, account)
  await dropApp(db, account.id)
  await dropKeys(db, account.id)
  await forgetDevices(db, account.id)
  await endVisitsOfAccount(db, account.id)
  for (const kind of ['password', 'code', 'mail'] as const)
    await clearAttempts(db, { sandbox_id: account.sandbox_id, kind, subject: account.email })
}

async function letLinkExpire(tenant: Tenant, sandbox: Sandbox): Promise<number> {
  const advanced = 48 * 60 * 60 * 1000
  const now = tenant.now() + (await moveClock(tenant.store.db, sandbox.id, advanced))
  await publish(tenant.store, sandbox.id, { kind: 'clock', now, advanced })
  return now
}

async function activate(tenant: Tenant, sandbox: Sandbox, account: Account): Promise<string> {
  const password = makePassword(tenant.random)
  await spendLinksOfAccount(tenant.store.db, account.id, timeIn(tenant, sandbox))
  await setPassword(tenant.store.db, account.id, await tenant.rules.hashPassword(password))
  await verifyAccount(tenant.store.db, account.id, timeIn(tenant, sandbox))
  return password
}

async function enrol(tenant: Tenant, sandbox: Sandbox, account: Account) {
  const secret = tenant.rules.makeSecret()
  const before = Math.floor(timeIn(tenant, sandbox) / 30_000) - 1
  await enrolApp(tenant.store.db, { account_id: account.id, secret, last_step: before })
  return { totpSecret: secret, usedCode: generateSync({ secret, epoch: before * 30 }) }
}

async function enrolKey(
  tenant: Tenant,
  sandbox: Sandbox,
  account: Account,
  { credential }: AccountArrangement,
) {
  if (!credential) throw new ControlError(400, 'bad-request', 'The credential is missing.')
  await addKey(tenant.store.db, {
    sandbox_id: sandbox.id,
    credential_id: credential.id,
    account_id: account.id,
    public_key: credential.publicKey,
    counter: credential.counter,
    transports: '[]',
    name: 'My security key',
    added_at: timeIn(tenant, sandbox),
  })
}
