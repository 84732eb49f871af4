import { getCookie, setCookie } from 'hono/cookie'
import { hashToken, makeToken } from '../secrets.ts'
import type { Ctx } from './context.ts'

/** Binds a login at the provider to the browser that began it (RFC 9700 section 4.7). */
const NAME = '__Secure-doorstep-provider-login'
const LIFE_S = 10 * 60

/**
 * Gives the browser its half of a login and answers its hash.
 * @param posted whether the provider's answer is posted from its own page. A cookie that is `Lax` stays behind then, so this
 * one is `None`: it opens nothing by itself, for the answer must also carry the state and the nonce that belong to it.
 */
export function bindBrowser(c: Ctx, posted: boolean): string {
  const token = makeToken(c.var.tenant.random)
  setCookie(c, NAME, token, {
    path: c.var.base,
    secure: true,
    httpOnly: true,
    sameSite: posted ? 'None' : 'Lax',
    maxAge: LIFE_S,
  })
  return hashToken(token)
}

/** Hash of the browser's half, if it has one. */
export function boundBrowser(c: Ctx): string | undefined {
  const token = getCookie(c, NAME)
  return token && hashToken(token)
}
