import { acted } from '../http/acted.ts'
import type { Ctx } from '../http/context.ts'
import { followedLink } from '../http/link-cookie.ts'
import { mayLogInByPassword } from '../sso/may-log-in-by-password.ts'
import { findAccount } from '../store/accounts.ts'
import { findLink } from '../store/mailed-links.ts'
import type { Account, MailedLink } from '../store/schema.ts'

export type LinkVerdict =
  | { is: 'good' | 'expired'; link: MailedLink; account: Account }
  /** `link` is there when it was a real one: used or replaced. */
  | { is: 'invalid'; link?: MailedLink; account?: Account | undefined }

/**
 * What the followed link is worth now; looking does not spend it. A link that was mailed before SSO came into force
 * leads to a password, so it opens nothing (ASVS 5.0 6.3.4).
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
    return { is: 'invalid', link, account }
  return { is: isTooOld(c, link) ? 'expired' : 'good', link, account }
}

function isTooOld(c: Ctx, { purpose, issued_at }: MailedLink): boolean {
  const { tenant, now } = c.var
  const { isLinkExpired, isResetLinkExpired } = tenant.rules
  const isExpired = purpose === 'activate' ? isLinkExpired : isResetLinkExpired
  return isExpired({ issuedAt: Number(issued_at), now })
}

/** Whose link it is, for the stream. */
export const whoseLink = ({ account }: LinkVerdict) => ({ whose: account?.email ?? null })

/** Notes that a link of a mail was followed, by its label there. */
export function followed(c: Ctx, label: string, verdict: LinkVerdict): void {
  acted(
    c,
    { what: 'follow', link: label, was: verdict.link ? wasOf(c, verdict.link) : [] },
    whoseLink(verdict),
  )
}

const wasOf = (c: Ctx, link: MailedLink): string[] => [
  link.replaced_at === null ? 'newest' : 'older',
  ...(link.used_at === null ? [] : ['used']),
  ...(isTooOld(c, link) ? ['expired'] : []),
]

/** The screen that a verdict is shown as. */
export const screenOfLink = {
  good: 'change-your-password',
  expired: 'link-expired',
  invalid: 'invalid-link',
} as const

/** The same for a link that resets a password. */
export const screenOfResetLink = { ...screenOfLink, expired: 'reset-link-expired' } as const

export const statusOfLink = { good: 200, expired: 410, invalid: 410 } as const
