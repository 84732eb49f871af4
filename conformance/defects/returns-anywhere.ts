import type { Defect, Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isAt } from './tamper.ts'

export const returnsAnywhere: Defect = {
  id: 'returns-anywhere',
  title: 'After the login the browser goes to any address that a page’s query names',
  tamper: (send) => {
    let asked: string | null = null
    return async (request) => {
      asked = new URL(request.url).searchParams.get('returnTo') ?? asked
      const answer = await send(request)
      const done = answer.headers.get('location')?.endsWith('/dashboard')
      return changed(answer, { headers: (headers) => done && asked && headers.set('location', asked) })
    }
  },
  flows: [],
  checks: ['SES7'],
  fails: ['SES7'],
}

/** What some pages were asked for decides where some answers lead. */
const leading =
  (isAsked: (request: Request) => boolean, isLed: (request: Request) => boolean) =>
  (send: Send): Send => {
    let asked: string | null = null
    return async (request) => {
      if (isAsked(request)) asked = new URL(request.url).searchParams.get('returnTo') ?? asked
      const answer = await send(request)
      if (!isLed(request) || !asked || !answer.headers.has('location')) return answer
      return changed(answer, { headers: (headers) => headers.set('location', asked ?? '') })
    }
  }

export const returnsAnywhereInOneWay: Defect[] = [
  flaw('SES7.provider', 'returns-anywhere-after-sso', 'A login at the provider ends at any address', {
    tamper: leading(
      ({ url }) => url.includes('/log-in'),
      (request) => isAt(request, '/login/callback'),
    ),
  }),
  flaw('SES7.logout', 'logout-leads-anywhere', 'A logout leads to any address', {
    tamper: leading(
      (request) => isAt(request, '/dashboard'),
      (request) => isAt(request, '/log-out'),
    ),
  }),
]
