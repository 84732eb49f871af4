import type { Symbols } from '../events.ts'
import { used } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { readForm } from '../http/read-form.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { signedIn } from '../http/signed-in.ts'
import { tellHolder } from '../http/tell-holder.ts'
import { renewVisit } from '../http/visit-cookie.ts'
import { setPassword } from '../store/accounts.ts'
import { bookAttempt, clearAttempts } from '../store/attempts.ts'
import { spendLinksOfAccount } from '../store/mailed-links.ts'
import { forgetDevices } from '../store/remembered-devices.ts'
import type { Account, Visit } from '../store/schema.ts'
import { endVisitsOfAccount } from '../store/visits.ts'
import { readNewPassword } from './new-password.ts'
import { keptHere, showAccountWith } from './your-account.ts'

const SCREEN = 'change-password'
const CHANGED = 'Your password was changed. Other sessions have ended.'

export const showChangePassword = signedIn(keptHere(async (c) => show(c, SCREEN)))

/** ASVS 5.0 6.2.3: a password is changed with the current one; wrong ones count as at the login. */
export const changePassword = signedIn(
  keptHere(async (c, account, visit) => {
    const { current } = await readForm(c, 'current')
    const { password, fields, wrong } = await readNewPassword(c, account.email)
    const judged = await judgeCurrent(c, account, current)
    const all = { 'Current password': judged.symbols, ...fields }
    used(c, SCREEN, 'Change password', all)
    const refused = judged.wrong === undefined ? wrong : { message: judged.wrong, at: 'current' }
    if (refused) return show(c, SCREEN, refused, 422)
    if (!(await replace(c, account, visit, password))) return goTo(c, '/account', 'your-account')
    return goTo(c, '/account/password-changed', 'your-account', CHANGED)
  }),
)

export const showPasswordChanged: Action = signedIn((c, account) =>
  showAccountWith(c, account, { message: CHANGED, tone: 'note' }),
)

/** What the current password as typed is, and what is wrong with it if anything is. */
async function judgeCurrent(
  c: Ctx,
  account: Account,
  current: string,
): Promise<{ symbols: Symbols; wrong?: string }> {
  const { tenant, sandbox, now } = c.var
  if (current === '') return { symbols: ['empty'], wrong: 'Enter your current password' }
  const key = { sandbox_id: sandbox.id, kind: 'password', subject: account.email } as const
  const nth = await bookAttempt(tenant.store.db, key, tenant.rules.limitAttempts('password'), now)
  const right = await tenant.rules.verifyPassword({ hash: account.password_hash, password: current })
  const symbols = [right ? 'right' : 'wrong']
  if (nth === undefined)
    return { symbols, wrong: 'There were too many wrong passwords. Try again in half an hour' }
  if (!right) return { symbols, wrong: 'This is not your current password' }
  await clearAttempts(tenant.store.db, key)
  return { symbols }
}

/** The session continues under a fresh id; all others, and links to a reset, end (ASVS 5.0 7.4.3). All of that or nothing. */
async function replace(c: Ctx, account: Account, visit: Visit, password: string): Promise<true | undefined> {
  const hash = await c.var.tenant.rules.hashPassword(password)
  const done = await atOnce(c, async () => {
    const { tenant, now } = c.var
    const { db } = tenant.store
    if (tenant.rules.endsSessions('password-changed'))
      await endVisitsOfAccount(db, account.id, visit.token_hash)
    if (!(await renewVisit(c, visit, {}))) return undefined
    await setPassword(db, account.id, hash)
    await spendLinksOfAccount(db, account.id, now)
    await forgetDevices(db, account.id)
    await record(c, 'password-changed', { about: account.email })
    return true as const
  })
  if (done) tellHolder(c, account.email, { change: 'password-changed' })
  return done
}
