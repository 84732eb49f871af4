import { hashToken } from '../secrets.ts'
import type { MailedLink } from '../store/schema.ts'
import type { Ctx } from './context.ts'
import { readCookie, writeCookie } from './cookie.ts'

/**
 * Carries the token of a followed link, so that it leaves the address bar at once (ASVS 5.0 14.2.1). The pages that each kind of
 * link leads to lie below the path named after it.
 */
export function rememberLink(c: Ctx, purpose: MailedLink['purpose'], token: string): void {
  writeCookie(c, purpose, token, { path: `${c.var.base}/${purpose}` })
}

/** Hash of the followed link's token, if any. */
export function followedLink(c: Ctx, purpose: MailedLink['purpose']): string | undefined {
  const token = readCookie(c, purpose)
  return token && hashToken(token)
}
