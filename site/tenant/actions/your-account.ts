import { pressed } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { type AccountAction, signedIn } from '../http/signed-in.ts'
import { renewVisit } from '../http/visit-cookie.ts'
import { hashToken } from '../secrets.ts'
import { mayLogInByPassword } from '../sso/may-log-in-by-password.ts'
import { placeOf } from '../stages.ts'
import { findApp } from '../store/authenticator-apps.ts'
import type { Account, Visit } from '../store/schema.ts'
import { keysOfAccount } from '../store/security-keys.ts'
import { findConnection } from '../store/sso-connections.ts'
import { changeVisit, endVisit, endVisitsOfAccount, sessionsOfAccount } from '../store/visits.ts'
import { leaveForProvider } from './leave-for-provider.ts'

const SCREEN = 'your-account'
const KEPT_THERE = 'Your organization’s provider keeps how you log in. Change it there'

const confirmedAt = ({ confirmed_at }: Visit) => (confirmed_at === null ? null : Number(confirmed_at))

/** What a session is known by on the page; nothing can be done with it but ending that session. */
const idOfSession = ({ token_hash }: Visit) => hashToken(token_hash).slice(0, 16)

/** Whether the person has confirmed a moment ago that it is them. */
export const isConfirmed = (c: Ctx): boolean => {
  const { visit, tenant, now } = c.var
  return visit !== undefined && tenant.rules.isConfirmed({ confirmed_at: confirmedAt(visit) }, now)
}

/** The account's page, with what has happened or can't be done above it. */
export async function showAccountWith(
  c: Ctx,
  account: Account,
  said: { message?: string; tone?: 'wrong' | 'note' } = {},
  status: 200 | 403 | 422 = 200,
) {
  const { db } = c.var.tenant.store
  const [app, keys, sessions] = await Promise.all([
    findApp(db, account.id),
    keysOfAccount(db, account.id),
    sessionsOfAccount(db, account.id),
  ])
  const methods = [
    ...(app ? [{ id: 'authenticator-app', name: 'Authenticator app' }] : []),
    ...keys.map((key) => ({ id: key.credential_id, name: key.name, addedAt: Number(key.added_at) })),
  ]
  const rows = sessions.map((session) => ({
    id: idOfSession(session),
    startedAt: Number(session.started_at),
    seenAt: Number(session.seen_at),
    own: session.token_hash === c.var.visit?.token_hash,
  }))
  const byProvider = !(await mayLogInByPassword(c.var.tenant, account, c.var.now))
  return show(c, SCREEN, { ...said, methods, sessions: rows, confirmed: isConfirmed(c), byProvider }, status)
}

export const showAccount: Action = signedIn((c, account) => showAccountWith(c, account))

/**
 * Lets a request through only after a fresh confirmation (ASVS 5.0 7.5.1); otherwise the page says so, and nothing is
 * done.
 */
export const confirmed = (action: AccountAction): Action =>
  signedIn(async (c, account, visit) => {
    if (isConfirmed(c)) return action(c, account, visit)
    return showAccountWith(c, account, { message: 'Confirm first that it’s you.', tone: 'wrong' }, 403)
  })

/** Lets a request through only where the account is logged in to by a password and a second factor of this tenant. */
export const keptHere =
  (action: AccountAction): AccountAction =>
  async (c, account, visit) =>
    (await mayLogInByPassword(c.var.tenant, account, c.var.now))
      ? action(c, account, visit)
      : showAccountWith(c, account, { message: KEPT_THERE, tone: 'wrong' }, 403)

/**
 * ASVS 5.0 7.5.1: begins the login again, from the password on; the session is half-way until it is done. Someone who logs in by the
 * provider is asked there.
 */
const confirm: Action = signedIn(async (c, account, visit) => {
  const { tenant, sandbox } = c.var
  const connection = await findConnection(tenant.store.db, sandbox.id)
  if (connection && !(await mayLogInByPassword(tenant, account, c.var.now)))
    return leaveForProvider(c, connection, account.email, 'account')
  await renewVisit(c, visit, { stage: 'password', purpose: 'account', confirmed_at: null })
  return goTo(c, placeOf.password.page, placeOf.password.screen)
})

export const confirmIdentity = pressed(SCREEN, 'Confirm', confirm)

/** A further method is enrolled as the first one was. */
export const addMethod = pressed(
  SCREEN,
  'Add a method',
  confirmed(
    keptHere(async (c, _account, visit) => {
      await changeVisit(c.var.tenant.store.db, visit, { stage: 'enrol' })
      return goTo(c, placeOf.enrol.page, placeOf.enrol.screen)
    }),
  ),
)

/** ASVS 5.0 7.5.2: any session may be ended; one's own ends by logging out. */
const endOne = confirmed(async (c, account, visit) => {
  const { db } = c.var.tenant.store
  const { session } = await readForm(c, 'session')
  const found = (await sessionsOfAccount(db, account.id)).find(
    (each) => idOfSession(each) === session && each.token_hash !== visit.token_hash,
  )
  if (!found)
    return showAccountWith(c, account, { message: 'That session is over already.', tone: 'wrong' }, 422)
  await atOnce(c, async () => {
    await endVisit(c.var.tenant.store.db, found.token_hash)
    await record(c, 'sessions-ended', { about: 'another of the account' })
    return true
  })
  return showAccountWith(c, account, { message: 'The session has ended.', tone: 'note' })
})

export const endSession = pressed(SCREEN, 'End', endOne)

/** ASVS 5.0 7.5.2: a person who suspects that someone else is logged in can end that session. */
const endOthers = confirmed(async (c, account, visit) => {
  await atOnce(c, async () => {
    await endVisitsOfAccount(c.var.tenant.store.db, account.id, visit.token_hash)
    await record(c, 'sessions-ended', { about: 'all others of the account' })
    return true
  })
  return showAccountWith(c, account, { message: 'All other sessions have ended.', tone: 'note' })
})

export const endOtherSessions = pressed(SCREEN, 'End all other sessions', endOthers)
