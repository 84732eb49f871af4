import type { ServerResponse } from 'node:http'

/**
 * From which sites browsers send the cookies. Over https from all, as at Entra, for silent sign-ins in a frame of the application; over
 * http browsers take no such cookies.
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
