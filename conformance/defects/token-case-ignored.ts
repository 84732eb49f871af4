import type { Defect } from './defect.ts'

export const tokenCaseIgnored: Defect = {
  id: 'token-case-ignored',
  title: 'Upper and lower case are the same in a mailed link',
  tamper: (send) => {
    const tokens = new Map<string, string>()
    return async (request) => {
      const token = /\/activate\/(?:button|link)\/([\w-]+)/.exec(request.url)?.[1]
      const alike = token && tokens.get(token.toLowerCase())
      if (alike) return send(new Request(request.url.replace(token, alike), request))
      const answer = await send(request)
      for (const [, mailed = ''] of (await answer.clone().text()).matchAll(
        /\/activate\/(?:button|link)\/([\w-]+)/g,
      ))
        tokens.set(mailed.toLowerCase(), mailed)
      return answer
    }
  },
  flows: [],
  checks: ['LNK5'],
  fails: ['LNK5'],
}
