import { hashToken, makeToken } from '../secrets.ts'
import type { Ctx } from './context.ts'
import { readCookie, writeCookie } from './cookie.ts'

/** What leaves for the provider and must come back in the same browser (RFC 9700 section 4.7). */
type Errand = 'login' | 'logout'

const nameOf = (errand: Errand) => `provider-${errand}` as const
const LIFE_S = 10 * 60

/**
 * Gives the browser its half of an errand and answers its hash.
 * @param posted whether the provider's answer is posted from its own page. A cookie that is `Lax` stays behind then, so
 * this one is `None`. That opens nothing, because the answer must also carry the state and the nonce that belong to it.
 */
export function bindBrowser(c: Ctx, errand: Errand, posted = false): string {
  const token = makeToken(c.var.tenant.random)
  writeCookie(c, nameOf(errand), token, { sameSite: posted ? 'None' : 'Lax', maxAge: LIFE_S })
  return hashToken(token)
}

/** Hash of the browser's half, if it has one. */
export function boundBrowser(c: Ctx, errand: Errand): string | undefined {
  const token = readCookie(c, nameOf(errand))
  return token && hashToken(token)
}
