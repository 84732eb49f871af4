import { type Action, type Ctx, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { firstAddress } from '../keep-mail.ts'
import { setPassword } from '../store/accounts.ts'
import { clearAttempts } from '../store/attempts.ts'
import { spendLink } from '../store/mailed-links.ts'
import type { Account } from '../store/schema.ts'
import { verifyAccount } from '../store/users.ts'
import { endVisitsOfAccount } from '../store/visits.ts'
import { judgeLink, screenOfLink } from './judge-link.ts'
import { readNewPassword } from './new-password.ts'

/** Activate-account.2 to 4: two equal entries of a good password activate the account and spend the link. */
export const setFirstPassword: Action = async (c) => {
  const verdict = await judgeLink(c, 'activate')
  const email = 'account' in verdict ? verdict.account.email : ''
  const { password, done, wrong } = await readNewPassword(c, email)
  if (verdict.is !== 'good') {
    await did(c, done, screenOfLink[verdict.is])
    return goTo(c, '/activate')
  }
  if (wrong) {
    await did(c, done, 'change-your-password')
    return show(c, 'change-your-password', { email, ...wrong }, 422)
  }
  if (!(await activate(c, verdict.account, verdict.link.token_hash, password))) {
    await did(c, done, 'invalid-link')
    return goTo(c, '/activate')
  }
  await did(c, done, 'account-activated')
  if (verdict.account.email !== firstAddress(c.var.sandbox.id)) await did(c, 'invited-activates', 'users')
  await record(c, 'account-activated', { by: verdict.account.email })
  return goTo(c, '/activate/done')
}

/** False when another request has spent the link in the meantime. */
async function activate(c: Ctx, account: Account, link: string, password: string): Promise<boolean> {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const hash = await tenant.rules.hashPassword(password)
  if (!(await spendLink(db, link, now))) return false
  await setPassword(db, account.id, hash)
  await verifyAccount(db, account.id, now)
  await endVisitsOfAccount(db, account.id)
  await clearAttempts(db, { sandbox_id: sandbox.id, kind: 'password', subject: account.email })
  return true
}
