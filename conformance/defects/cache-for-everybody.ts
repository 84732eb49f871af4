import type { Defect } from './defect.ts'
import { changed, isPage } from './tamper.ts'

/** A cache in front of the tenant takes no notice of whose page it keeps. */
export const cacheForEverybody: Defect = {
  id: 'cache-for-everybody',
  title: 'A page that one person has opened is answered to anybody, from a cache',
  tamper: (send) => {
    const kept = new Map<string, string>()
    return async (request) => {
      const { url, method, headers } = request
      const known = kept.get(url)
      if (method === 'GET' && !headers.has('cookie') && known !== undefined)
        return new Response(known, { headers: { 'content-type': 'text/html; charset=utf-8' } })
      const answer = await send(request)
      if (method !== 'GET' || !answer.ok || !isPage(answer)) return answer
      const body = await answer.text()
      if (headers.has('cookie')) kept.set(url, body)
      return changed(answer, { body })
    }
  },
  flows: [],
  checks: ['SES9'],
  fails: ['SES9.pages'],
}
