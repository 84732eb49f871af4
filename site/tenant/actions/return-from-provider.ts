import { AuthorizationResponseError } from 'openid-client'
import type { Did } from '../events.ts'
import { acted } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { boundBrowser } from '../http/browser-cookie.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { record } from '../http/record.ts'
import { startVisit } from '../http/visit-cookie.ts'
import type { Claims } from '../rules/sso-logins.ts'
import { hashToken } from '../secrets.ts'
import { callbackOf } from '../sso/addresses.ts'
import { connect } from '../sso/connect.ts'
import { recognise } from '../sso/recognise.ts'
import type { Account } from '../store/schema.ts'
import { findConnection } from '../store/sso-connections.ts'
import { noteConfirmation, noteRefusal, spendLogin } from '../store/sso-logins.ts'
import type { SsoLogin } from '../store/sso-schema.ts'
import { addSsoSession } from '../store/sso-sessions.ts'
import { verifyAccount } from '../store/users.ts'
import type { Tenant } from '../tenant.ts'
import { goToRefusal } from './show-refusal.ts'

const CHANGED = 'The provider can’t be asked any more, or was changed meanwhile. Log in again'
const NOT_SOUND =
  'Your provider’s answer didn’t pass our checks, so no one was logged in. Try again, or tell your Administrator'

const NOT_ASKED =
  'Your provider didn’t ask you to sign in again, or doesn’t say that it did. Nothing was confirmed'

interface Refusal {
  message: string
  /** What the person did there in its place. */
  did?: Did
  /** The provider's name for the person, if it sends one; it need not be an address that exists here. */
  name?: string
}

/** What the provider has sent: its parameters, and how they came. */
interface Answer {
  state: string
  as: URL | Request
}

/** Log-in-sso.3: the provider has sent the person back, by address or by form. */
export const returnFromProvider: Action = async (c) => {
  const { tenant } = c.var
  if (isAfterLogout(c)) return goTo(c, `/log-in${new URL(c.req.url).search}`)
  const answer = await readAnswer(c)
  const login = answer && (await takeLogin(c, answer.state))
  if (!login) {
    await record(c, 'log-in-failed', { about: 'single sign-on: not begun in this browser, or over' })
    acted(c, { what: 'return' }, { whose: null })
    return goToRefusal(c)
  }
  const isAgain = login.purpose === 'account'
  const entered = await enter(c, login, answer).catch((error: unknown) => refusalFor(tenant, error))
  if ('message' in entered) return refuse(c, login, entered)
  // Whether that confirms anything is seen where the session's cookie is sent.
  if (isAgain) return goTo(c, '/account/confirmed')
  acted(c, { what: 'return' }, { whose: entered.email })
  return goTo(c, '/dashboard', 'dashboard')
}

async function refuse(c: Ctx, login: SsoLogin, { message, name = '', did }: Refusal): Promise<Response> {
  await record(c, 'log-in-failed', { by: name, about: `single sign-on: ${message}` })
  await noteRefusal(c.var.tenant.store.db, login.state_hash, message)
  if (did) acted(c, did, { at: 'provider', whose: null })
  acted(c, { what: 'return' }, { whose: null })
  return login.purpose === 'account'
    ? goTo(c, '/account/unconfirmed', 'your-account', message)
    : goToRefusal(c)
}

/** Entra sends people here from its logout, too: with a state at most, and no answer to a login. */
const isAfterLogout = (c: Ctx) =>
  c.req.method === 'GET' && ['code', 'error', 'response'].every((name) => c.req.query(name) === undefined)

async function readAnswer(c: Ctx): Promise<Answer | undefined> {
  const { search } = new URL(c.req.url)
  const posted = c.req.method === 'POST' ? new URLSearchParams(await c.req.text()) : undefined
  const state = (posted ?? new URLSearchParams(search)).get('state')
  if (state === null) return undefined
  const callback = callbackOf(c)
  const as = posted
    ? new Request(callback, { method: 'POST', body: posted })
    : new URL(`${callback}${search}`)
  return { state, as }
}

/** The login that an answer belongs to: begun in this browser, lately, and not answered before. */
async function takeLogin(c: Ctx, state: string): Promise<SsoLogin | undefined> {
  const { tenant, sandbox, now } = c.var
  const browser = boundBrowser(c, 'login')
  if (browser === undefined) return undefined
  const key = { sandbox_id: sandbox.id, state_hash: hashToken(state), browser_hash: browser }
  const login = await spendLogin(tenant.store.db, key, now)
  const over = login && tenant.rules.isProviderLoginOver({ issuedAt: Number(login.issued_at), now })
  return over ? undefined : login
}

/** Lets in a person who was added, under a new session; a second factor is the provider's business. */
async function enter(c: Ctx, login: SsoLogin, { state, as }: Answer): Promise<Refusal | Account> {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const connection = await findConnection(db, sandbox.id)
  if (connection?.client_id !== login.client_id) return { message: CHANGED }
  const provider = await connect(tenant, connection, now)
  if ('wrong' in provider || provider.issuer !== login.issuer) return { message: CHANGED }
  const { configuration, isEntra, issuer } = provider
  const { nonce, verifier } = login
  const signIn = { configuration, answer: as, nonce, state, verifier }
  const { claims, idToken } = await tenant.rules.verifySignIn(signIn)
  const who = await recognise(tenant, sandbox.id, { claims, connection, isEntra, now })
  if ('wrong' in who) return { message: who.wrong, ...nameIn(claims) }
  const { account } = who
  if (login.purpose === 'account') return confirm(c, login, account, claims)
  await atOnce(c, async () => {
    const { store } = c.var.tenant
    await verifyAccount(store.db, account.id, now)
    await record(c, 'logged-in', { by: account.email, about: issuer })
    await addSsoSession(store.db, {
      visit_hash: await startVisit(c, { account_id: account.id, email: account.email, stage: 'in' }),
      sandbox_id: sandbox.id,
      issuer,
      subject: claims.sub,
      sid: typeof claims.sid === 'string' ? claims.sid : null,
      sealed_id_token: store.vault.seal(idToken, sandbox.id),
    })
    return true
  })
  return account
}

/** The person is who signed in; whether the session is that person's as well is seen where its cookie is sent. */
async function confirm(
  c: Ctx,
  login: SsoLogin,
  account: Account,
  claims: Claims,
): Promise<Refusal | Account> {
  const { rules, store } = c.var.tenant
  if (!rules.isFreshSignIn({ authTime: claims.auth_time, issuedAt: Number(login.issued_at) }))
    return { message: NOT_ASKED, ...nameIn(claims) }
  await noteConfirmation(store.db, login.state_hash, account.id)
  return account
}

function nameIn({ preferred_username, email }: Claims): { name?: string } {
  const name = preferred_username ?? email
  return typeof name === 'string' ? { name: name.slice(0, 254) } : {}
}

const cancelledAt = (screen: string): Did => ({ what: 'send', screen, press: 'Cancel', fields: {} })

const didThere = {
  cancelled: { did: cancelledAt('provider-login') },
  declined: { did: cancelledAt('provider-consent') },
  other: {},
} as const

/** What the provider said, in words; or that what it said isn't sound. */
function refusalFor({ rules }: Tenant, error: unknown): Refusal {
  if (!(error instanceof AuthorizationResponseError)) return { message: NOT_SOUND }
  const { error: code, error_description: description } = error
  const { what, message } = rules.explainRefusal({ error: code, description })
  return { message, ...didThere[what] }
}
