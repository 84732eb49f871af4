import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { sandboxOf } from './tamper.ts'

const VISIT = /(?:^|; )((?:__Secure-)?doorstep-tenant=[^;]+)/

const LIST = /\/users$/
const FORM = /\/users(?:\/new)?$/
const RESEND = /\/users\/[^/]+\/resend$/

interface Route {
  method: 'GET' | 'POST'
  path: RegExp
}

/** These pages and requests are open to anybody: who sends no session gets that of the Administrator who was at the list last. */
const withoutLogin =
  ({ method, path }: Route) =>
  (send: Send): Send => {
    const last = new Map<string, string>()
    return async (request) => {
      const cookies = request.headers.get('cookie') ?? ''
      const { pathname } = new URL(request.url)
      const answer = await send(request.clone())
      const [, visit] = VISIT.exec(cookies) ?? []
      if (LIST.test(pathname) && answer.ok && visit) last.set(sandboxOf(request), visit)
      const lent = last.get(sandboxOf(request))
      const isRefused = answer.headers.get('location')?.endsWith('/log-in') === true
      if (!isRefused || request.method !== method || !path.test(pathname) || !lent) return answer
      const lending = new Request(request)
      lending.headers.set('cookie', `${cookies.replace(VISIT, '')}; ${lent}`)
      return send(lending)
    }
  }

let isLent = false

/** These pages and requests are open after the password alone. */
const afterPassword = (fails: string, id: string, title: string, { method, path }: Route) =>
  flaw(fails, id, title, {
    tamper: (send) => (request) => {
      isLent = request.method === method && path.test(new URL(request.url).pathname)
      return send(request)
    },
    rules: ({ isSignedIn }) => ({
      isSignedIn: (visit) => isSignedIn(visit) || (isLent && visit.stage !== 'password'),
    }),
  })

/** One route of an Administrator lacks its guard. */
export const openWithoutLogin = [
  flaw('ADM5.nobody', 'users-without-login', 'The list of users opens to anybody', {
    tamper: withoutLogin({ method: 'GET', path: LIST }),
  }),
  flaw('ADM1.nobody', 'adding-without-login', 'The request that adds users needs no login', {
    tamper: withoutLogin({ method: 'POST', path: FORM }),
  }),
  flaw('ADM4.nobody', 'resending-without-login', 'The request that resends an invitation needs no login', {
    tamper: withoutLogin({ method: 'POST', path: RESEND }),
  }),
  afterPassword('ADM5.half-way', 'users-half-way', 'The list of users opens after the password alone', {
    method: 'GET',
    path: LIST,
  }),
  afterPassword('ADM1.half-way', 'adding-half-way', 'Users are added after the password alone', {
    method: 'POST',
    path: FORM,
  }),
  afterPassword('ADM4.half-way', 'resending-half-way', 'An invitation is resent after the password alone', {
    method: 'POST',
    path: RESEND,
  }),
  afterPassword(
    'CFG6.half-way',
    'settings-saved-half-way',
    'The settings of SSO are saved after the password alone',
    { method: 'POST', path: /\/my-organization\/settings$/ },
  ),
]
