import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const noPkce: Defect = {
  id: 'no-pkce',
  title: 'A login at the provider is not bound to its request by PKCE',
  tamper: (send) => async (request) => {
    const answer = await send(request)
    const leads = answer.headers.get('refresh')
    if (!leads) return answer
    const bare = (text: string) => text.replace(/(?:&amp;|&)code_challenge(?:_method)?=[^&"]*/g, '')
    return changed(answer, {
      body: bare(await answer.text()),
      headers: (headers) => headers.set('refresh', bare(leads)),
    })
  },
  flows: [],
  checks: ['RP8'],
  fails: ['RP8'],
}
