import type { Symbols } from '../events.ts'
import { used } from '../http/acted.ts'
import { atStage } from '../http/at-stage.ts'
import { type Ctx, goTo } from '../http/context.ts'
import { isRememberedDevice } from '../http/device-cookie.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { renewVisit } from '../http/visit-cookie.ts'
import { mayLogInByPassword } from '../sso/may-log-in-by-password.ts'
import { placeOf, type Stage, type StagePage } from '../stages.ts'
import { findAccount } from '../store/accounts.ts'
import { bookAttempt, clearAttempts } from '../store/attempts.ts'
import type { Account, Visit } from '../store/schema.ts'
import { factorsOf } from './factors-of.ts'
import { signIn } from './sign-in.ts'

const SCREEN = 'enter-your-password'
const BLOCKED = 'Logging in is blocked after too many wrong passwords. Try again in half an hour'

const refuse = (c: Ctx, message: string, status: 422 | 429) => show(c, SCREEN, { message }, status)

/** Log-in.4: the right password leads to the second factor; ten wrong ones in a row block the address. */
export const checkPassword = atStage(['password'], async (c, visit) => {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const { password } = await readForm(c, 'password')
  const tell = (...Password: Symbols) => used(c, SCREEN, 'Continue', { Password })
  if (password === '') {
    tell('empty')
    return refuse(c, 'Password is required', 422)
  }
  const key = { sandbox_id: sandbox.id, kind: 'password', subject: visit.email } as const
  const limit = tenant.rules.limitAttempts('password')
  const nth = await bookAttempt(db, key, limit, now)
  const account = visit.account_id === null ? undefined : await findAccount(db, visit.account_id)
  // Checked even when blocked: the time must not tell one case from the other.
  const { valid, symbols } = await judge(c, account, password, nth === undefined)
  tell(...symbols)
  if (nth === undefined || !account || !valid) await record(c, 'log-in-failed', { about: 'password' })
  if (nth === undefined) return refuse(c, BLOCKED, 429)
  if (!account || !valid)
    return nth >= limit.failures ? refuse(c, BLOCKED, 429) : refuse(c, 'Wrong email or password', 422)
  await clearAttempts(db, key)
  const next = await goOnTo(c, visit, await stageAfter(c, visit, account))
  return next ? goTo(c, next.page, next.screen) : goTo(c, '/log-in', 'login-page')
})

/** Answers where the visitor goes next; undefined when the visit has moved on already. */
async function goOnTo(c: Ctx, visit: Visit, stage: Stage): Promise<StagePage | undefined> {
  if (stage === 'in') return signIn(c, visit)
  return (await renewVisit(c, visit, { stage, started_at: c.var.now })) ? placeOf[stage] : undefined
}

/** Whether the password opens the account (where SSO is in force, most right ones are as good as wrong ones), and what it was: after a reset, the new one or the old one. */
async function judge(c: Ctx, account: Account | undefined, password: string, isBlocked: boolean) {
  const { tenant, sandbox, now } = c.var
  const { verifyPassword } = tenant.rules
  const [right, may] = await Promise.all([
    verifyPassword({ hash: account?.password_hash ?? null, password }),
    mayLogInByPassword(tenant, { id: account?.id ?? '', sandbox_id: sandbox.id }, now),
  ])
  const isReset = account !== undefined && account.former_hash !== null
  const valid = right && may
  // Every refusal takes the same time: it must not tell a right password from a wrong one, or whether there was another before.
  const isFormer =
    valid && !isBlocked ? false : await verifyPassword({ hash: account?.former_hash ?? null, password })
  const symbols = valid
    ? ['right', ...(isReset ? ['new'] : [])]
    : ['wrong', ...(isReset && isFormer ? ['old'] : [])]
  return { valid, symbols }
}

/** Where the right password leads: a remembered device isn't asked for the second factor, but to confirm a change. */
async function stageAfter(c: Ctx, visit: Visit, account: Account): Promise<Stage> {
  const stage = c.var.tenant.rules.requireSecondFactor(await factorsOf(c, account))
  const passed = stage !== 'enrol' && visit.purpose !== 'account' && (await isRememberedDevice(c, account))
  return passed ? 'in' : stage
}
