import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { whoSends } from './tamper.ts'

/** Whether the request of now says that it comes from inside. */
let isInside = false

/** Headers of a proxy are believed from any sender. */
export const believesHeaders: Defect[] = [
  flaw('SES9.headers', 'user-of-a-header', 'A header that names somebody opens their session', {
    tamper: (send) => {
      const cookies = new Map<string, string>()
      return async (request) => {
        const named = request.headers.get('x-forwarded-user')
        const cookie = named === null ? undefined : cookies.get(named)
        if (cookie !== undefined) {
          const headers = new Headers(request.headers)
          headers.set('cookie', cookie)
          return send(new Request(request, { headers }))
        }
        const isPageAsked = request.method === 'GET' && request.headers.has('cookie')
        const email = isPageAsked && named === null ? await whoSends(send, request) : undefined
        if (email !== undefined) cookies.set(email, request.headers.get('cookie') ?? '')
        return send(request)
      }
    },
  }),
  flaw('OTP6.forwarded', 'no-code-inside', 'Whose header says that they are inside is asked for no code', {
    tamper: (send) => (request) => {
      isInside = request.headers.get('x-forwarded-for') === '127.0.0.1'
      return send(request)
    },
    rules: ({ requireSecondFactor }) => ({
      requireSecondFactor: (enrolled) => (isInside ? 'in' : requireSecondFactor(enrolled)),
    }),
  }),
]
