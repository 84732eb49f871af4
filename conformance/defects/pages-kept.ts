import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const pagesKept: Defect = {
  id: 'pages-kept',
  title: 'Browsers may keep the page behind a mailed link',
  tamper: (send) => async (request) =>
    changed(await send(request), { headers: (headers) => headers.set('cache-control', 'max-age=600') }),
  flows: [],
  checks: ['LNK8'],
  fails: ['LNK8'],
}
