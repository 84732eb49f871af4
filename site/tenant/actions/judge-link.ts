import type { Ctx } from '../http/context.ts'
import { followedLink } from '../http/link-cookie.ts'
import { mayLogInByPassword } from '../sso/may-log-in-by-password.ts'
import { findAccount } from '../store/accounts.ts'
import { findLink } from '../store/mailed-links.ts'
import type { Account, MailedLink } from '../store/schema.ts'

export type LinkVerdict =
  | { is: 'good' | 'expired'; link: MailedLink; account: Account }
  /** `link` is there when it was a real one: used or replaced. */
  | { is: 'invalid'; link?: MailedLink }

/**
 * What the followed link is worth now; looking does not spend it. One that was mailed before SSO came into force leads to a
 * password, and so nowhere (ASVS 5.0 6.3.4).
 */
export async function judgeLink(
  c: Ctx,
  purpose: MailedLink['purpose'],
  tokenHash = followedLink(c, purpose),
): Promise<LinkVerdict> {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const link = tokenHash && (await findLink(db, sandbox.id, purpose, tokenHash))
  if (!link) return { is: 'invalid' }
  const account = await findAccount(db, link.account_id)
  if (!account || tenant.rules.isLinkSpent(link) || !(await mayLogInByPassword(tenant, account, now)))
    return { is: 'invalid', link }
  const { isLinkExpired, isResetLinkExpired } = tenant.rules
  const isExpired = purpose === 'activate' ? isLinkExpired : isResetLinkExpired
  return { is: isExpired({ issuedAt: Number(link.issued_at), now }) ? 'expired' : 'good', link, account }
}

/** The screen that a verdict is shown as. */
export const screenOfLink = {
  good: 'change-your-password',
  expired: 'link-expired',
  invalid: 'invalid-link',
} as const

/** The same for a link that resets a password. */
export const screenOfResetLink = { ...screenOfLink, expired: 'reset-link-expired' } as const

export const statusOfLink = { good: 200, expired: 410, invalid: 410 } as const
