import { atOnce } from '../http/at-once.ts'
import { type Action, goTo } from '../http/context.ts'
import { makeSession } from '../http/make-session.ts'
import { record } from '../http/record.ts'
import { show } from '../http/show.tsx'
import { leave, writeVisit } from '../http/visit-cookie.ts'
import { hashToken } from '../secrets.ts'
import { findAccount } from '../store/accounts.ts'
import { spendSignInLink } from '../store/sign-in-links.ts'

/**
 * The way in for who arranged a sandbox, handed out by the control API behind its key: signs in once, without password and
 * second factor. A scanner's HEAD spends nothing.
 */
export const openSignInLink: Action = async (c) => {
  if (c.req.method !== 'GET') return c.body(null, 204)
  const session = await atOnce(c, async () => {
    const { tenant, sandbox, now } = c.var
    const { db } = tenant.store
    const link = await spendSignInLink(db, sandbox.id, hashToken(c.req.param('token') ?? ''))
    const account = link && (await findAccount(db, link.account_id))
    if (!account || tenant.rules.isSignInLinkExpired({ issuedAt: Number(link.issued_at), now }))
      return undefined
    await record(c, 'logged-in', { by: account.email })
    return makeSession(tenant, sandbox, account)
  })
  if (session === undefined)
    return show(
      c,
      'notice',
      { message: 'This way in was used before, or is too old. Arrange a new one.' },
      410,
    )
  await leave(c)
  writeVisit(c, session)
  return goTo(c, '/dashboard')
}
