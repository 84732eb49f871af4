import { hashToken, makeToken } from '../secrets.ts'
import type { Visit } from '../store/schema.ts'
import { together } from '../store/together.ts'
import { addVisit, changeVisit, endVisit, type VisitChange } from '../store/visits.ts'
import type { Tenant } from '../tenant.ts'
import type { Ctx } from './context.ts'
import { cookieName, readCookie, writeCookie } from './cookie.ts'

/**
 * ASVS 5.0 3.3.1, 3.3.2 and 3.3.4. Each sandbox has its own path, so that one browser can be in several: the prefix `__Host-`
 * (3.3.3) would force them to share `/`.
 */
const COOKIE = 'tenant'

/** Under which name a session's id is sent. */
export const visitCookie = (tenant: Pick<Tenant, 'origin'>): string => cookieName(tenant.origin, COOKIE)

/** Hash of the session id that the browser sent, if any. */
export function sentVisit(c: Ctx): string | undefined {
  const token = readCookie(c, COOKIE)
  return token && hashToken(token)
}

/** Begins a login, in place of an earlier one of the same browser; or ends it at once, where a provider has asked for all. Answers the hash of the session id. */
export async function startVisit(
  c: Ctx,
  who: Pick<Visit, 'account_id' | 'email'> & Partial<Pick<Visit, 'reset_email' | 'stage'>>,
): Promise<string> {
  const { tenant, sandbox, now, visit } = c.var
  const token = makeToken(tenant.random)
  await together(tenant.store.db, sandbox.id, async (db) => {
    if (visit) await endVisit(db, visit.token_hash)
    await addVisit(db, {
      purpose: 'log-in',
      stage: 'password',
      reset_email: null,
      ...who,
      token_hash: hashToken(token),
      sandbox_id: sandbox.id,
      confirmed_at: null,
      pending_secret: null,
      pending_key: null,
      started_at: now,
      seen_at: now,
    })
  })
  writeVisit(c, token)
  return hashToken(token)
}

/** Moves a visit on under a fresh session id. False when it has moved on already. */
export async function renewVisit(
  c: Ctx,
  visit: Visit,
  change: Omit<VisitChange, 'token_hash'>,
): Promise<boolean> {
  const { tenant } = c.var
  const token = makeToken(tenant.random)
  const moved = await changeVisit(tenant.store.db, visit, { ...change, token_hash: hashToken(token) })
  if (moved) writeVisit(c, token)
  return moved
}

/** Ends the visit on the server and in the browser. */
export async function leave(c: Ctx): Promise<void> {
  const { tenant, visit } = c.var
  if (visit) await endVisit(tenant.store.db, visit.token_hash)
  writeVisit(c, '', 0)
}

/** Gives the browser a session id; with a `maxAge` of 0 takes it away. */
export function writeVisit(c: Ctx, value: string, maxAge?: number) {
  writeCookie(c, COOKIE, value, maxAge === undefined ? {} : { maxAge })
}
