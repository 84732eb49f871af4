import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const blockTellsAddress: Defect = {
  id: 'block-tells-address',
  title: 'Only a registered address shows that it is blocked',
  tamper: (send) => {
    const unknown = new Set<string>()
    return async (request) => {
      const typed = await request.clone().text()
      const answer = await send(request)
      const { pathname } = new URL(request.url)
      if (pathname.endsWith('/log-in/email') && typed.includes('nobody'))
        for (const cookie of answer.headers.getSetCookie()) unknown.add(cookie.split(';')[0] ?? '')
      const asked = [...unknown].some((cookie) => request.headers.get('cookie')?.includes(cookie))
      if (answer.status !== 429 || !asked) return answer
      const page = await answer.text()
      return changed(answer, { body: page.replace(/Logging in is blocked[^<]*/, 'Wrong email or password') })
    }
  },
  flows: [],
  checks: ['ENU1', 'ENU4'],
  fails: ['ENU4'],
}
