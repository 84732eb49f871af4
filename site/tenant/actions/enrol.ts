import { atOnce } from '../http/at-once.ts'
import type { Ctx } from '../http/context.ts'
import { record } from '../http/record.ts'
import { placeOf, type StagePage } from '../stages.ts'
import type { Database } from '../store/open-store.ts'
import type { Visit } from '../store/schema.ts'
import { changeVisit, endHalfWayOfAccount } from '../store/visits.ts'
import { factorsOf } from './factors-of.ts'
import { signIn } from './sign-in.ts'
import { isConfirmed } from './your-account.ts'

interface Factor {
  /** What the audit log calls it. */
  about: string
  /** Enrols it. False when it can't be. */
  add(db: Database): Promise<boolean>
}

/**
 * Where the visitor goes next, and whether the factor was enrolled: if not, the login continues with what the account has
 * enrolled by now. `not-added`: the factor can't be enrolled.
 */
export type Enrolled = { next: StagePage; done: boolean } | 'not-added'

/**
 * Enrols a factor, finishes the login and ends all other logins of the account that are half-way; all of that or nothing.
 * Undefined when the visit has moved on already.
 */
export const enrol = (c: Ctx, visit: Visit, factor: Factor): Promise<Enrolled | undefined> =>
  atOnce<Enrolled>(c, async () => {
    const { tenant } = c.var
    const { db } = tenant.store
    const account = { id: visit.account_id ?? '' }
    const enrolled = await factorsOf(c, account)
    if (!tenant.rules.mayEnrol(enrolled, isConfirmed(c))) {
      const isInside = visit.confirmed_at !== null
      const stage = isInside ? 'in' : tenant.rules.requireSecondFactor(enrolled)
      const change = { stage, pending_secret: null, pending_key: null }
      if (!(await changeVisit(db, visit, change))) return undefined
      return { next: isInside ? { page: '/account', screen: 'your-account' } : placeOf[stage], done: false }
    }
    if (!(await factor.add(db))) return 'not-added'
    const next = await signIn(c, visit)
    if (!next) return undefined
    if (tenant.rules.endHalfWayLogins()) await endHalfWayOfAccount(db, account.id)
    await record(c, 'method-added', { about: factor.about })
    return { next, done: true }
  })
