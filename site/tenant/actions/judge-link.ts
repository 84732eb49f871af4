import type { Ctx } from '../http/context.ts'
import { followedLink } from '../http/link-cookie.ts'
import { findAccount } from '../store/accounts.ts'
import { findActivationLink } from '../store/activation-links.ts'
import type { Account, ActivationLink } from '../store/schema.ts'

type LinkVerdict =
  | { is: 'good' | 'expired'; link: ActivationLink; account: Account }
  /** `link` is there when it was a real one: used or replaced. */
  | { is: 'invalid'; link?: ActivationLink }

/** What the followed activation link is worth now; looking does not spend it. */
export async function judgeLink(c: Ctx, tokenHash = followedLink(c)): Promise<LinkVerdict> {
  const { tenant, sandbox, now } = c.var
  const { db } = tenant.store
  const link = tokenHash && (await findActivationLink(db, sandbox.id, tokenHash))
  if (!link) return { is: 'invalid' }
  const account = await findAccount(db, link.account_id)
  if (!account || tenant.rules.isLinkSpent(link)) return { is: 'invalid', link }
  const expired = tenant.rules.isLinkExpired({ issuedAt: Number(link.issued_at), now })
  return { is: expired ? 'expired' : 'good', link, account }
}

/** The screen that a verdict is shown as. */
export const screenOfLink = {
  good: 'change-your-password',
  expired: 'link-expired',
  invalid: 'invalid-link',
} as const
