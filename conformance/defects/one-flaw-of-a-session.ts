import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt, isPage, withCookies } from './tamper.ts'

const COOKIE = /__Secure-doorstep-tenant=([\w-]+)/

/** The answer to that form keeps the session id that the browser has. */
const keepingIdAt =
  (path: string) =>
  (send: Send): Send => {
    /** What the browser keeps → what the tenant knows. */
    const known = new Map<string, string>()
    return async (request) => {
      const kept = COOKIE.exec(request.headers.get('cookie') ?? '')?.[1] ?? ''
      const headers = new Headers(request.headers)
      const current = known.get(kept)
      if (current) headers.set('cookie', headers.get('cookie')?.replace(kept, current) ?? '')
      const answer = await send(new Request(request, { headers }))
      if (kept === '' || request.method !== 'POST' || !isAt(request, path)) return answer
      return withCookies(answer, (line) => {
        const fresh = COOKIE.exec(line)?.[1]
        if (!fresh) return line
        known.set(kept, fresh)
        return line.replace(fresh, kept)
      })
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
  flaw('SES6.inside', 'dashboard-framed-by-anybody', 'Any site may show the dashboard in a frame', {
    tamper: framedAt((request) => isAt(request, '/dashboard')),
  }),
  flaw('SES3.name', 'cookie-without-prefix', 'The name of the session cookie has no prefix', {
    tamper: renaming,
  }),
]
