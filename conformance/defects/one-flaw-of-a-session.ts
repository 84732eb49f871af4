import { randomUUID } from 'node:crypto'
import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { SESSION_COOKIE as COOKIE, changed, isAt, isPage, withCookies } from './tamper.ts'

/** The answer to that request keeps the session id that the browser has. */
const keepingIdAt =
  (path: string, methods = ['POST']) =>
  (send: Send): Send => {
    /** What the browser keeps → what the tenant knows. */
    const known = new Map<string, string>()
    return async (request) => {
      const kept = COOKIE.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
      const headers = new Headers(request.headers)
      const current = known.get(kept)
      if (current) headers.set('cookie', headers.get('cookie')?.replace(kept, current) ?? '')
      const answer = await send(new Request(request, { headers }))
      if (kept === '' || !methods.includes(request.method) || !isAt(request, path)) return answer
      return withCookies(answer, (line) => {
        const fresh = COOKIE.exec(line)?.[1]
        if (!fresh) return line
        known.set(kept, fresh)
        return line.replace(fresh, kept)
      })
    }
  }

/** Who opens the form for the address gets a session id there, before anything is known of them. */
const withIdBefore =
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    const isNew = !COOKIE.test(request.headers.get('cookie') ?? '')
    if (!isNew || request.method !== 'GET' || !isAt(request, '/log-in/email')) return answer
    const path = new URL(request.url).pathname.replace('/log-in/email', '')
    const cookie = `__Secure-doorstep-tenant=${randomUUID()}; Path=${path}; Secure; HttpOnly; SameSite=Lax`
    return changed(answer, { headers: (headers) => headers.append('set-cookie', cookie) })
  }

const CALLBACK = '/login/callback'

/** Changes each cookie that is set when the provider has sent someone back. */
const atCallback =
  (change: (line: string) => string) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    return isAt(request, CALLBACK) ? withCookies(answer, change) : answer
  }

/** The session ids of those who have logged in at the provider outlive their logout. */
const leavingSso = (send: Send): Send => {
  const bySso = new Set<string>()
  return async (request) => {
    const own = COOKIE.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
    if (bySso.has(own) && isAt(request, '/log-out')) {
      const path = new URL(request.url).pathname.replace(/\/log-out$/, '')
      const cookie = `__Secure-doorstep-tenant=; Path=${path}; Max-Age=0; Secure; HttpOnly; SameSite=Lax`
      return new Response(null, {
        status: 303,
        headers: { location: `${path}/log-in`, 'set-cookie': cookie },
      })
    }
    const answer = await send(request)
    if (isAt(request, CALLBACK))
      for (const line of answer.headers.getSetCookie()) bySso.add(COOKIE.exec(line)?.[1] ?? '')
    return answer
  }
}

const framedAt =
  (isIt: (request: Request) => boolean) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    if (!isPage(answer) || !isIt(request)) return answer
    return changed(answer, {
      headers(headers) {
        const policy = headers.get('content-security-policy')
        if (policy) headers.set('content-security-policy', policy.replace(/frame-ancestors[^;]*;?/, ''))
      },
    })
  }

/** Where somebody is sent with a new session id, the address has it, too. */
const idInAddress =
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    const id = COOKIE.exec(answer.headers.getSetCookie().join())?.[1]
    const location = answer.headers.get('location')
    if (!id || !location) return answer
    return changed(answer, { headers: (headers) => headers.set('location', `${location}?session=${id}`) })
  }

/** The session cookie has another name for the browser than for the tenant. */
const renaming =
  (send: Send): Send =>
  async (request) => {
    const headers = new Headers(request.headers)
    headers.set('cookie', (headers.get('cookie') ?? '').replaceAll('plain-doorstep', '__Secure-doorstep'))
    const answer = await send(new Request(request, { headers }))
    return withCookies(answer, (line) => line.replace('__Secure-doorstep', 'plain-doorstep'))
  }

/** One thing about sessions is wrong. */
export const flawsOfASession: Defect[] = [
  flaw('SES1.code', 'session-id-kept-at-code', 'The one-time code keeps the session id', {
    tamper: keepingIdAt('/log-in/verify'),
  }),
  flaw('SES1.key', 'session-id-kept-at-key', 'The security key keeps the session id', {
    tamper: keepingIdAt('/log-in/verify-key'),
  }),
  flaw('SES1.provider', 'session-id-kept-at-provider', 'A login at the provider keeps the session id', {
    tamper: (send) => withIdBefore(keepingIdAt(CALLBACK, ['GET', 'POST'])(send)),
  }),
  flaw(
    'SES2.provider',
    'sso-logout-in-browser-only',
    'Logging out after a login at the provider removes the cookie alone',
    { tamper: leavingSso },
  ),
  flaw('SES3.http-only', 'cookie-of-sso-for-scripts', 'Scripts can read the session cookie of SSO', {
    tamper: atCallback((line) => line.replace(/; HttpOnly/i, '')),
  }),
  flaw(['SES4.idle', 'SES4.life'], 'sso-session-without-end', 'A session that began by SSO never expires', {
    rules({ verifySignIn, isVisitOver }) {
      const names = new Set<unknown>()
      return {
        async verifySignIn(claim) {
          const signIn = await verifySignIn(claim)
          names.add(signIn.claims.preferred_username)
          return signIn
        },
        isVisitOver: (visit, now) => !('email' in visit && names.has(visit.email)) && isVisitOver(visit, now),
      }
    },
  }),
  flaw(
    ['SES6.inside', 'SES6.met'],
    'dashboard-framed-by-anybody',
    'Any site may show the dashboard in a frame',
    {
      tamper: framedAt((request) => isAt(request, '/dashboard')),
    },
  ),
  flaw('SES6.met', 'users-in-a-frame', 'The list of users may be shown in a frame by any site', {
    tamper: framedAt((request) => isAt(request, '/users')),
  }),
  flaw('SES16.address', 'session-id-in-address', 'The address of the page after a login has the session id', {
    tamper: idInAddress,
  }),
  flaw('SES3.name', 'cookie-without-prefix', 'The name of the session cookie has no prefix', {
    tamper: renaming,
  }),
]
