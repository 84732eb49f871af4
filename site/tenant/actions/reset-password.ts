import { used } from '../http/acted.ts'
import { atOnce } from '../http/at-once.ts'
import { type Action, type Ctx, goTo } from '../http/context.ts'
import { rememberLink } from '../http/link-cookie.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { tellHolder } from '../http/tell-holder.ts'
import { hashToken } from '../secrets.ts'
import { setPassword } from '../store/accounts.ts'
import { clearAttempts } from '../store/attempts.ts'
import { spendLink } from '../store/mailed-links.ts'
import { forgetDevices } from '../store/remembered-devices.ts'
import type { Account } from '../store/schema.ts'
import { endVisitsOfAccount } from '../store/visits.ts'
import { followed, judgeLink, screenOfResetLink, statusOfLink, whoseLink } from './judge-link.ts'
import { readNewPassword } from './new-password.ts'

const SCREEN = screenOfResetLink.good

/** The link of the mail was followed. Nothing is spent: mail scanners follow it too. */
export const openReset: Action = async (c) => {
  const token = c.req.param('token') ?? ''
  const verdict = await judgeLink(c, 'reset', hashToken(token))
  rememberLink(c, 'reset', token)
  followed(c, 'password reset link', verdict)
  return goTo(c, '/reset', screenOfResetLink[verdict.is])
}

const ofReset = { action: '/reset' }

/** Shows what the followed link leads to: the form, or why there is no form. */
export const showReset: Action = async (c) => {
  const verdict = await judgeLink(c, 'reset')
  const email = verdict.is === 'good' ? { email: verdict.account.email } : {}
  return show(c, screenOfResetLink[verdict.is], { ...email, ...ofReset }, statusOfLink[verdict.is])
}

/** Reset-password.5 to 7: two equal entries of a good password take the place of the old one and spend the link. */
export const resetPassword: Action = async (c) => {
  const verdict = await judgeLink(c, 'reset')
  const email = verdict.account?.email ?? ''
  const { password, fields, wrong } = await readNewPassword(c, email)
  used(c, SCREEN, 'Reset Password', fields, whoseLink(verdict))
  if (verdict.is !== 'good') return goTo(c, '/reset', screenOfResetLink[verdict.is])
  if (wrong) return show(c, SCREEN, { email, ...ofReset, ...wrong }, 422)
  if (!(await replacePassword(c, verdict.account, verdict.link.token_hash, password)))
    return goTo(c, '/reset', screenOfResetLink.invalid)
  return goTo(c, '/reset/done', 'password-changed')
}

/**
 * Sessions and half-way logins end (ASVS 5.0 7.4.3), a block is lifted (ASVS 5.0 6.1.1), the second factor stays (ASVS 5.0 6.4.3).
 * All of that or nothing. Undefined when another request has spent the link in the meantime.
 */
async function replacePassword(
  c: Ctx,
  account: Account,
  link: string,
  password: string,
): Promise<true | undefined> {
  const hash = await c.var.tenant.rules.hashPassword(password)
  const done = await atOnce(c, async () => {
    const { tenant, sandbox, now } = c.var
    const { db } = tenant.store
    if (!(await spendLink(db, link, now))) return undefined
    await setPassword(db, account.id, hash, account.password_hash)
    if (tenant.rules.endsSessions('password-reset')) await endVisitsOfAccount(db, account.id)
    await forgetDevices(db, account.id)
    await clearAttempts(db, { sandbox_id: sandbox.id, kind: 'password', subject: account.email })
    await record(c, 'password-changed', { by: account.email, about: 'by mail' })
    return true as const
  })
  if (done) tellHolder(c, account.email, { change: 'password-reset' })
  return done
}

/** Password Changed!, for those whose link did it; others are sent back (ASVS 5.0 2.3.1). */
export const showChanged: Action = async (c) => {
  const { link } = await judgeLink(c, 'reset')
  return link && link.used_at !== null ? show(c, 'password-changed') : goTo(c, '/reset')
}
