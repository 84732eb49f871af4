import type { Ctx } from '../http/context.ts'
import { record } from '../http/record.ts'
import { renewVisit } from '../http/visit-cookie.ts'
import { placeOf, type StagePage } from '../stages.ts'
import { forgetFormerPassword } from '../store/accounts.ts'
import type { Visit } from '../store/schema.ts'
import { findConnection } from '../store/sso-connections.ts'

/**
 * The login is done: a session under a fresh id (ASVS 5.0 7.2.4). Answers the page where the visitor goes next;
 * undefined when the visit has moved on already.
 */
export async function signIn(c: Ctx, visit: Visit): Promise<StagePage | undefined> {
  const again = visit.purpose === 'account'
  const done = await renewVisit(c, visit, {
    stage: 'in',
    started_at: c.var.now,
    confirmed_at: again ? (visit.confirmed_at ?? c.var.now) : null,
    pending_secret: null,
    pending_key: null,
  })
  if (!done) return undefined
  await forgetFormerPassword(c.var.tenant.store.db, visit.account_id ?? '')
  await record(c, 'logged-in', (await isEmergency(c)) ? { about: 'emergency access' } : {})
  return again ? { page: '/account', screen: 'your-account' } : placeOf.in
}

/** Where SSO is in force, a password opens one account only. */
const isEmergency = async (c: Ctx) =>
  (await findConnection(c.var.tenant.store.db, c.var.sandbox.id)) !== undefined
