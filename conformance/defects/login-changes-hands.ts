import type { Defect } from './defect.ts'
import { changed, fieldOf, isAt, isPage, sandboxOf } from './tamper.ts'

/** The session id that a cookie of a request or an answer holds. */
const sessionIn = (cookies: string | null | undefined) => /tenant=([^;]+)/.exec(cookies ?? '')?.[1]

/** Sees who is named in each login, and shows the session that its code opens as that of the last one. */
export const loginChangesHands: Defect = {
  id: 'login-changes-hands',
  title: 'A login that waits for its code goes to the account that was named last',
  tamper: (send) => {
    /** Address of a sandbox → the address that was typed there last. */
    const typed = new Map<string, string>()
    /** Session id of a login that waits for its code → whose password was given, and who was named last. */
    const waiting = new Map<string, { own: string; other: string }>()
    /** The same of sessions that are open. */
    const opened: typeof waiting = new Map()
    return async (request) => {
      const sandbox = sandboxOf(request)
      const isSent = request.method === 'POST'
      const cookie = sessionIn(request.headers.get('cookie')) ?? ''
      const login = waiting.get(cookie)
      const named = isSent ? await fieldOf(request, 'email') : null
      if (named) typed.set(sandbox, named)
      if (named && login) login.other = named
      if (named && login && isAt(request, '/log-in/email'))
        return new Response(null, { status: 303, headers: { location: `${sandbox}/log-in/verify` } })
      const answer = await send(request)
      const next = sessionIn(answer.headers.getSetCookie().join()) ?? ''
      const own = typed.get(sandbox) ?? ''
      if (isSent && isAt(request, '/log-in/password')) waiting.set(next, { own, other: own })
      if (isSent && isAt(request, '/log-in/verify') && login) opened.set(next, login)
      const shown = opened.get(cookie)
      if (!shown || !isPage(answer)) return answer
      return changed(answer, { body: (await answer.text()).replaceAll(shown.own, shown.other) })
    }
  },
  flows: [],
  checks: ['OWN6'],
  fails: ['OWN6.named', 'OWN6.switched', 'OWN6.asked'],
}
