import type { Defect } from './defect.ts'
import { changed, fieldOf, isAt, isPage, sandboxOf } from './tamper.ts'

/** What is meant for one request is kept for all of them. */
export const lastOneIsEveryone: Defect = {
  id: 'last-one-is-everyone',
  title: 'Pages name the last person who logged in',
  tamper: (send) => {
    const own = new Map<string, string>()
    let last = ''
    return async (request) => {
      const base = sandboxOf(request)
      if (request.method === 'POST' && isAt(request, '/log-in/email')) {
        last = (await fieldOf(request, 'email')) ?? ''
        own.set(base, last)
      }
      const answer = await send(request)
      const name = own.get(base)
      if (name === undefined || request.method !== 'GET' || !isPage(answer)) return answer
      return changed(answer, { body: (await answer.text()).replaceAll(name, last) })
    }
  },
  flows: [],
  checks: ['SES10'],
  fails: ['SES10.first', 'SES10.at-once'],
}
