import type { Deed } from '../events.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { did } from '../http/did.ts'
import { readForm } from '../http/read-form.ts'
import { show } from '../http/show.tsx'
import { setPassword } from '../store/accounts.ts'
import { spendActivationLink } from '../store/activation-links.ts'
import { clearAttempts } from '../store/attempts.ts'
import type { Account } from '../store/schema.ts'
import { endVisitsOfAccount } from '../store/visits.ts'
import { judgeLink, screenOfLink } from './judge-link.ts'

interface Entries {
  password: string
  again: string
}

/** Why a password is no good; undefined when it is. */
function weakness(c: Ctx, password: string, email: string): string | undefined {
  const { rules } = c.var.tenant
  const names = [email.slice(0, email.indexOf('@')), c.var.sandbox.tenant_name, 'Netwrix', '1Secure']
  return (
    rules.limitPasswordLength(password) ??
    rules.refuseWellKnownPassword(password) ??
    rules.refuseNamesInPassword(password, names)
  )
}

/** What the form's entries were, field by field, and its button. */
function deeds(entries: Entries, weak: boolean, same: boolean): Deed[] {
  if (entries.password === '') return ['reset-password']
  return [
    weak ? 'new-password.weak' : 'new-password.strong',
    same ? 're-enter.same' : 're-enter.different',
    'reset-password',
  ]
}

/** Activate-account.2 to 4: two equal entries of a good password activate the account and spend the link. */
export const setFirstPassword: Action = async (c) => {
  const { rules } = c.var.tenant
  const entries = await readForm(c, 'password', 'again')
  const verdict = await judgeLink(c)
  const email = 'account' in verdict ? verdict.account.email : ''
  const weak = weakness(c, entries.password, email)
  const mismatch = rules.matchPasswords(entries.password, entries.again)
  const done = deeds(entries, weak !== undefined, mismatch === undefined)

  if (verdict.is !== 'good') {
    await did(c, done, screenOfLink[verdict.is])
    return goTo(c, '/activate')
  }
  const message = rules.requirePassword(entries.password) ?? mismatch ?? weak
  if (message !== undefined) {
    await did(c, done, 'change-your-password')
    return show(
      c,
      'change-your-password',
      { message, email, ...(message === mismatch ? { at: 'again' } : {}) },
      422,
    )
  }
  if (!(await activate(c, verdict.account, verdict.link.token_hash, entries.password))) {
    await did(c, done, 'invalid-link')
    return goTo(c, '/activate')
  }
  await did(c, done, 'account-activated')
  return goTo(c, '/activate/done')
}

/** False when another request has spent the link in the meantime. */
async function activate(c: Ctx, account: Account, link: string, password: string): Promise<boolean> {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const hash = await tenant.rules.hashPassword(password)
  if (!(await spendActivationLink(db, link, now))) return false
  await setPassword(db, account.id, hash)
  await endVisitsOfAccount(db, account.id)
  await clearAttempts(db, { sandbox_id: sandbox.id, kind: 'password', subject: account.email })
  return true
}
