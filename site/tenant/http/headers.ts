import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { Tenant } from '../tenant.ts'

/** Headers of every page: nothing from elsewhere, no inline scripts or styles, no framing but by the desk (ASVS 5.0 3.4). */
export function pageHeaders({ hsts, deskOrigin }: Pick<Tenant, 'hsts' | 'deskOrigin'>) {
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
      frameAncestors: [deskOrigin ?? "'none'"],
    },
    // X-Frame-Options can't name an origin; frame-ancestors goes before it wherever both are known.
    xFrameOptions: deskOrigin === undefined ? 'DENY' : false,
    referrerPolicy: 'no-referrer',
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
