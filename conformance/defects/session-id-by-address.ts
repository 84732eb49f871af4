import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt, isPage, SESSION_COOKIE } from './tamper.ts'

const NAME = '__Secure-doorstep-tenant'

const sentBy = (request: Request): string | undefined =>
  SESSION_COOKIE.exec(request.headers.get('cookie') ?? '')?.[1]

/** The same request with another session cookie. */
function withSession(request: Request, value: string): Request {
  const others = (request.headers.get('cookie') ?? '').split('; ').filter((one) => !one.startsWith(NAME))
  const headers = new Headers(request.headers)
  headers.set('cookie', [...others, `${NAME}=${value}`].join('; '))
  return new Request(request, { headers })
}

const broughtBy = (request: Request): string | null => new URL(request.url).searchParams.get('sid')

const FIXED = 'fixed-session'

/** The session id that an address brings is a second name of the session that begins in that browser. */
const fixing = (send: Send): Send => {
  const names = new Map<string, string>()
  return async (request) => {
    const own = sentBy(request)
    const known = own === undefined ? undefined : names.get(own)
    const answer = await send(known === undefined ? request : withSession(request, known))
    const fixed = new RegExp(`${FIXED}=(\\w+)`).exec(request.headers.get('cookie') ?? '')?.[1]
    const [, begun] = SESSION_COOKIE.exec(answer.headers.getSetCookie().join()) ?? []
    if (fixed !== undefined && begun) names.set(fixed, begun)
    const brought = broughtBy(request)
    if (!brought) return answer
    return changed(answer, { headers: (all) => all.append('set-cookie', `${FIXED}=${brought}; Path=/`) })
  }
}

/** Session ids are taken from addresses, or written into them. */
export const sessionIdsByAddress: Defect[] = [
  flaw('SES16.links', 'session-id-in-links', 'The links of the protected page have the session id', {
    tamper: (send) => async (request) => {
      const answer = await send(request)
      const own = sentBy(request)
      if (!own || !isAt(request, '/dashboard') || !isPage(answer)) return answer
      const body = (await answer.text()).replaceAll(
        /<a [^>]*href="[^"#]+/g,
        (link) => `${link}${link.includes('?') ? '&amp;' : '?'}sid=${own}`,
      )
      return changed(answer, { body })
    },
  }),
  flaw('SES19.accepted', 'session-id-by-address', 'A session id in an address opens the session', {
    tamper: (send) => (request) => {
      const brought = broughtBy(request)
      return send(brought && !sentBy(request) ? withSession(request, brought) : request)
    },
  }),
  flaw('SES19.fixed', 'session-id-fixed-by-address', 'A login keeps the session id that a link has brought', {
    tamper: fixing,
  }),
]
