import type { Defect } from './defect.ts'
import { changed, fieldOf } from './tamper.ts'

export const secretShownAgain: Defect = {
  id: 'secret-shown-again',
  title: 'The settings show the client secret that was saved',
  tamper: (send) => {
    let secret: string | undefined
    return async (request) => {
      const typed = await fieldOf(request, 'client-secret')
      secret = typed || secret
      const answer = await send(request)
      if (!secret || request.method !== 'GET' || !request.url.endsWith('/settings')) return answer
      return changed(answer, {
        body: (await answer.text()).replace('id="client-secret"', `id="client-secret" value="${secret}"`),
      })
    }
  },
  flows: [],
  checks: ['CFG3'],
  fails: ['CFG3'],
}
