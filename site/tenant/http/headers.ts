import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Tenant } from '../tenant.ts'
import { isTrustworthy } from './cookie.ts'

/** Headers of every page: nothing from elsewhere, no inline scripts or styles, no framing but by the site (ASVS 5.0 3.4). */
export function pageHeaders({ hsts, siteOrigin, origin }: Pick<Tenant, 'hsts' | 'siteOrigin' | 'origin'>) {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: [siteOrigin ?? "'none'"],
    },
    // X-Frame-Options can't name an origin; frame-ancestors goes before it wherever both are known.
    xFrameOptions: siteOrigin === undefined ? 'DENY' : false,
    // Without Sec-Fetch-Site, which browsers keep to origins they trust, only Origin tells whose form was sent; `no-referrer` blanks it.
    referrerPolicy: isTrustworthy(origin) ? 'no-referrer' : 'same-origin',
    strictTransportSecurity: hsts ? 'max-age=31536000' : false,
    permissionsPolicy: {
      publickeyCredentialsGet: ['self'],
      camera: [],
      geolocation: [],
      microphone: [],
      payment: [],
      usb: [],
    },
  })
}

/** Pages show what only one person may see (ASVS 5.0 14.3.2). */
export const noStore = createMiddleware(async (c, next) => {
  await next()
  c.header('Cache-Control', 'no-store')
})
