import { getCookie, setCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import type { Ctx } from './context.ts'

export type CookieName =
  | 'tenant'
  | 'device'
  | 'form'
  | 'activate'
  | 'reset'
  | 'provider-login'
  | 'provider-logout'

/**
 * Whether browsers trust the origin (Secure Contexts section 3.1): TLS, or this machine. Elsewhere they keep no cookie that is
 * marked as secure, so that no one could log in.
 */
export function isTrustworthy(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' || /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname)
}

/** The name of a cookie, with the prefix that only secure ones may have (ASVS 5.0 3.3.1). */
export const cookieName = (origin: string, name: CookieName): string =>
  `${isTrustworthy(origin) ? '__Secure-' : ''}doorstep-${name}`

export const readCookie = (c: Ctx, name: CookieName): string | undefined =>
  getCookie(c, cookieName(c.var.tenant.origin, name))

/** Gives the browser a cookie that no script can read (ASVS 5.0 3.3.4), below the sandbox's path unless `options` say otherwise. */
export function writeCookie(c: Ctx, name: CookieName, value: string, options: CookieOptions = {}): void {
  const { origin } = c.var.tenant
  const secure = isTrustworthy(origin)
  const { sameSite = 'Lax' } = options
  setCookie(c, cookieName(origin, name), value, {
    path: c.var.base,
    ...options,
    httpOnly: true,
    secure,
    // Browsers take `None` from secure pages only; without TLS all parties have one host, which makes them one site.
    sameSite: secure ? sameSite : 'Lax',
  })
}
