import { used } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { setPassword } from '../store/accounts.ts'
import { clearAttempts } from '../store/attempts.ts'
import { spendLink } from '../store/mailed-links.ts'
import type { Account } from '../store/schema.ts'
import { verifyAccount } from '../store/users.ts'
import { endVisitsOfAccount } from '../store/visits.ts'
import { judgeLink, screenOfLink, whoseLink } from './judge-link.ts'
import { readNewPassword } from './new-password.ts'

const SCREEN = screenOfLink.good

/** Activate-account.2 to 4: two equal entries of a good password activate the account and spend the link. */
export const setFirstPassword: Action = async (c) => {
  const verdict = await judgeLink(c, 'activate')
  const email = verdict.account?.email ?? ''
  const { password, fields, wrong } = await readNewPassword(c, email)
  used(c, SCREEN, 'Reset Password', fields, whoseLink(verdict))
  if (verdict.is !== 'good') return goTo(c, '/activate', screenOfLink[verdict.is])
  if (wrong) return show(c, SCREEN, { email, ...wrong }, 422)
  if (!(await activate(c, verdict.account, verdict.link.token_hash, password)))
    return goTo(c, '/activate', screenOfLink.invalid)
  return goTo(c, '/activate/done', 'account-activated')
}

/** Spends the link and sets the password, both or neither. Undefined when another request has spent the link in the meantime. */
async function activate(c: Ctx, account: Account, link: string, password: string): Promise<true | undefined> {
  const hash = await c.var.tenant.rules.hashPassword(password)
  return atOnce(c, async () => {
    const { tenant, sandbox, now } = c.var
    const { db } = tenant.store
    if (!(await spendLink(db, link, now))) return undefined
    await setPassword(db, account.id, hash)
    await verifyAccount(db, account.id, now)
    await endVisitsOfAccount(db, account.id)
    await clearAttempts(db, { sandbox_id: sandbox.id, kind: 'password', subject: account.email })
    await record(c, 'account-activated', { by: account.email })
    return true
  })
}
