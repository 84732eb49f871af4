import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const tokenInPage: Defect = {
  id: 'token-in-page',
  title: 'The dashboard holds the ID token for its scripts',
  tamper: (send) => async (request) => {
    const answer = await send(request)
    if (!request.url.endsWith('/dashboard') || answer.status !== 200) return answer
    const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzb21lYm9keSJ9.c2lnbmVk'
    return changed(answer, {
      body: (await answer.text()).replace('</body>', `<div data-token="${token}"></div></body>`),
    })
  },
  flows: [],
  checks: ['RP13'],
  fails: ['RP13'],
}
