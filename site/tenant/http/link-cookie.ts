import { getCookie, setCookie } from 'hono/cookie'
import { hashToken } from '../secrets.ts'
import type { Ctx } from './context.ts'

/** Carries the token of a followed link, so that it leaves the address bar at once (ASVS 5.0 14.2.1). */
const NAME = '__Secure-doorstep-link'

export function rememberLink(c: Ctx, token: string): void {
  setCookie(c, NAME, token, {
    path: `${c.var.base}/activate`,
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
  })
}

/** Hash of the followed link's token, if any. */
export function followedLink(c: Ctx): string | undefined {
  const token = getCookie(c, NAME)
  return token && hashToken(token)
}
