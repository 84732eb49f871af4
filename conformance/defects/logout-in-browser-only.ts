import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { isAt, sandboxOf } from './tamper.ts'

/** Removes the cookie, and asks the tenant for nothing. */
function logOutHere({ url }: Request): Response {
  const base = new URL(url).pathname.replace(/\/log-out$/, '')
  const cookie = `__Secure-doorstep-tenant=; Path=${base}; Max-Age=0; Secure; HttpOnly; SameSite=Lax`
  return new Response(null, { status: 303, headers: { location: `${base}/log-in`, 'set-cookie': cookie } })
}

const onceAlone = (send: Send): Send => {
  const out = new Set<string>()
  return async (request) => {
    if (!isAt(request, '/log-out')) return send(request)
    const sandbox = sandboxOf(request)
    if (out.has(sandbox)) return logOutHere(request)
    out.add(sandbox)
    return send(request)
  }
}

export const laterLogoutInBrowserOnly = flaw(
  'SES2.second',
  'later-logout-in-browser-only',
  'Only the first logout of a person ends their session',
  { tamper: onceAlone },
)

export const logoutInBrowserOnly: Defect = {
  id: 'logout-in-browser-only',
  title: 'Logging out removes the cookie and leaves the session valid',
  tamper: (send) => async (request) => (isAt(request, '/log-out') ? logOutHere(request) : send(request)),
  flows: [],
  checks: ['SES1', 'SES2'],
  fails: ['SES2'],
}
