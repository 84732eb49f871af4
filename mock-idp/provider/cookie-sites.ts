import type { ServerResponse } from 'node:http'

/**
 * From which sites browsers send the cookies. Over https from all, as at Entra: silent sign-ins are in a frame of the application,
 * which is another site if it is served by http. Browsers refuse this over http.
 */
export const cookieSites = (base: string) =>
  base.startsWith('https:')
    ? ({ sameSite: 'none', secure: true } as const)
    : ({ sameSite: 'lax', secure: false } as const)

/** The same as part of a header. */
export const cookieSitesText = (base: string) =>
  base.startsWith('https:') ? '; samesite=none; secure' : '; samesite=lax'

/** Makes a browser forget a cookie of an authority. */
export const forgetCookie = (
  res: ServerResponse,
  name: string,
  { mount, base }: { mount: string; base: string },
) =>
  res.appendHeader(
    'set-cookie',
    `${name}=; path=${mount}; expires=Thu, 01 Jan 1970 00:00:00 GMT${cookieSitesText(base)}`,
  )
