import type { Defect, Send } from './defect.ts'
import { changed, isAt, isPage, sandboxOf } from './tamper.ts'

const asPage = (body: string) =>
  new Response(body, { headers: { 'content-type': 'text/html; charset=utf-8' } })

/** Keeps what the page of that path shows in each sandbox, and shows it again where it is asked for. */
const showingAgain =
  (path: string, isAsked: (request: Request, base: string) => boolean) =>
  (send: Send): Send => {
    const kept = new Map<string, string>()
    return async (request) => {
      const base = sandboxOf(request)
      const known = kept.get(base)
      if (known !== undefined && isAsked(request, base)) return asPage(known)
      const answer = await send(request)
      if (request.method !== 'GET' || !isAt(request, path) || !answer.ok || !isPage(answer)) return answer
      const body = await answer.text()
      kept.set(base, body)
      return changed(answer, { body })
    }
  }

/** Pages of the login that come when their time is over. */
export const pagesShownAgain: Defect[] = [
  {
    id: 'logout-keeps-the-password-proven',
    title: 'After logging out, the next login in that browser begins with the one-time code',
    tamper: (send) => {
      const left = new Set<string>()
      return showingAgain('/log-in/verify', (request, base) => {
        if (isAt(request, '/log-out')) left.add(base)
        return left.has(base) && request.method === 'GET' && isAt(request, '/log-in/email')
      })(send)
    },
    flows: [],
    checks: ['SES2'],
    fails: ['SES2.password'],
  },
  {
    id: 'secret-shown-after-enrolment',
    title: 'The page that enrols an authenticator app shows its secret afterwards, too',
    tamper: (send) => {
      let enrolled = ''
      const tampered = showingAgain(
        '/log-in/app',
        (request, base) => base === enrolled && isAt(request, '/log-in/app') && request.method === 'GET',
      )(send)
      return async (request) => {
        const answer = await tampered(request)
        const isDone = request.method === 'POST' && isAt(request, '/log-in/app') && answer.status === 303
        if (isDone) enrolled = sandboxOf(request)
        return answer
      }
    },
    flows: [],
    checks: ['OTP5'],
    fails: ['OTP5.hidden'],
  },
]
