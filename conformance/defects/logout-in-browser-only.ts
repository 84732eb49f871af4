import type { Defect } from './defect.ts'

export const logoutInBrowserOnly: Defect = {
  id: 'logout-in-browser-only',
  title: 'Logging out removes the cookie and leaves the session valid',
  tamper: (send) => async (request) => {
    const { pathname } = new URL(request.url)
    if (!pathname.endsWith('/log-out')) return send(request)
    const base = pathname.replace(/\/log-out$/, '')
    const cookie = `__Secure-doorstep-tenant=; Path=${base}; Max-Age=0; Secure; HttpOnly; SameSite=Lax`
    return new Response(null, { status: 303, headers: { location: `${base}/log-in`, 'set-cookie': cookie } })
  },
  flows: [],
  checks: ['SES1', 'SES2'],
  fails: ['SES2'],
}
