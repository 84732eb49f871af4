import type { Deed } from '../events.ts'
import type { Ctx } from '../http/context.ts'
import { did } from '../http/did.ts'
import { record } from '../http/record.ts'
import { renewVisit } from '../http/visit-cookie.ts'
import { placeOf } from '../stages.ts'
import { forgetFormerPassword } from '../store/accounts.ts'
import type { Visit } from '../store/schema.ts'

/** The login is done: a session under a fresh id (ASVS 5.0 7.2.4). False when the visit has moved on already. */
export async function signIn(c: Ctx, visit: Visit, deed: Deed): Promise<boolean> {
  const done = await renewVisit(c, visit, {
    stage: 'in',
    started_at: c.var.now,
    pending_secret: null,
    pending_key: null,
  })
  if (!done) return false
  await forgetFormerPassword(c.var.tenant.store.db, visit.account_id ?? '')
  await did(c, deed, placeOf.in.screen)
  await record(c, 'logged-in')
  return true
}
