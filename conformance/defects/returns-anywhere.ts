import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const returnsAnywhere: Defect = {
  id: 'returns-anywhere',
  title: 'After the login the browser goes to any address that a page’s query names',
  tamper: (send) => {
    let asked: string | null = null
    return async (request) => {
      asked = new URL(request.url).searchParams.get('returnTo') ?? asked
      const answer = await send(request)
      const done = answer.headers.get('location')?.endsWith('/dashboard')
      return changed(answer, { headers: (headers) => done && asked && headers.set('location', asked) })
    }
  },
  flows: [],
  checks: ['SES7'],
  fails: ['SES7'],
}
