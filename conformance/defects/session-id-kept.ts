import type { Defect } from './defect.ts'
import { SESSION_COOKIE as COOKIE, changed } from './tamper.ts'

export const sessionIdKept: Defect = {
  id: 'session-id-kept',
  title: 'The session id stays the same from the first page to the dashboard',
  tamper: (send) => {
    /** What the browser keeps → what the tenant knows. */
    const known = new Map<string, string>()
    return async (request) => {
      const kept = COOKIE.exec(request.headers.get('cookie') ?? '')?.[1]
      const headers = new Headers(request.headers)
      const current = kept && known.get(kept)
      if (kept && current) headers.set('cookie', headers.get('cookie')?.replace(kept, current) ?? '')
      const answer = await send(new Request(request, { headers }))
      return changed(answer, {
        headers(headers) {
          const cookies = answer.headers.getSetCookie()
          headers.delete('set-cookie')
          for (const cookie of cookies) {
            const fresh = COOKIE.exec(cookie)?.[1]
            if (fresh) known.set(kept ?? fresh, fresh)
            headers.append('set-cookie', fresh ? cookie.replace(fresh, kept ?? fresh) : cookie)
          }
        },
      })
    }
  },
  flows: [],
  checks: ['SES1', 'SES2'],
  fails: ['SES1'],
}
