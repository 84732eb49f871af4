import type { Defect } from './defect.ts'

const COOKIE = /__Secure-doorstep-provider-login=[\w-]+/

export const answerForAnyBrowser: Defect = {
  id: 'answer-for-any-browser',
  title: 'The provider’s answer logs in any browser that sends it',
  tamper: (send) => {
    let last: string | undefined
    return async (request) => {
      const cookie = request.headers.get('cookie') ?? ''
      last = COOKIE.exec(cookie)?.[0] ?? last
      const headers = new Headers(request.headers)
      if (last && !COOKIE.test(cookie)) headers.set('cookie', [cookie, last].filter(Boolean).join('; '))
      const answer = await send(new Request(request, { headers }))
      for (const set of answer.headers.getSetCookie()) last = COOKIE.exec(set)?.[0] ?? last
      return answer
    }
  },
  flows: [],
  checks: ['RP7'],
  fails: ['RP7'],
}
