import { flaw } from './flaw.ts'
import { fieldOf, isAt, sandboxOf } from './tamper.ts'

/** Its code still opens the account whose password was given: only the way there is wrong. */
export const passwordCountsForTheNextAddress = flaw(
  'OWN6.asked',
  'password-counts-for-the-next-address',
  'After one password no other is asked for, whatever address is entered next',
  {
    tamper: (send) => {
      /** Cookies of a login that waits for its code → the address that was typed. */
      const waiting = new Map<string, string>()
      let typed = ''
      return async (request) => {
        const cookie = request.headers.get('cookie') ?? ''
        const named = request.method === 'POST' ? await fieldOf(request, 'email') : null
        const own = waiting.get(cookie)
        if (named && own !== undefined && named !== own && isAt(request, '/log-in/email'))
          return new Response(null, {
            status: 303,
            headers: { location: `${sandboxOf(request)}/log-in/verify` },
          })
        if (named) typed = named
        const answer = await send(request)
        if (request.method === 'GET' && isAt(request, '/log-in/verify') && answer.status === 200)
          waiting.set(cookie, typed)
        return answer
      }
    },
  },
)
