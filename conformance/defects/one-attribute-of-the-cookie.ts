import type { Defect } from './defect.ts'
import { withCookies } from './tamper.ts'

const cookie = (id: string, title: string, fails: string, change: (line: string) => string): Defect => ({
  id: `cookie-${id}`,
  title,
  tamper: (send) => async (request) => withCookies(await send(request), change),
  flows: [],
  checks: ['SES3'],
  fails: [fails],
})

/** A cookie that lacks one attribute: each must be found by the claim about it, and by no other. */
export const attributesOfTheCookie: Defect[] = [
  cookie('without-http-only', 'Cookies are set without HttpOnly', 'SES3.http-only', (line) =>
    line.replace(/; HttpOnly/i, ''),
  ),
  cookie('same-site-none', 'Cookies are SameSite None', 'SES3.same-site', (line) =>
    line.replace(/SameSite=\w+/i, 'SameSite=None'),
  ),
]
