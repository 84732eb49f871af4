import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const typedMarkupIsKept: Defect = {
  id: 'typed-markup-is-kept',
  title: 'What people type is written into pages as it is',
  tamper: (send) => async (request) => {
    const answer = await send(request)
    if (!answer.headers.get('content-type')?.includes('html')) return answer
    const page = await answer.text()
    // As a page does that forgets to escape what it repeats, in its text or in an attribute.
    return changed(answer, { body: page.replace(/&quot;&gt;&lt;([\w-]+)&gt;/g, '"><$1>') })
  },
  flows: [],
  checks: ['TXT1'],
  fails: ['TXT1'],
}
