import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

export const addressRevealedToOthers: Defect = {
  id: 'address-revealed-to-others',
  title: 'The page behind a mailed link sends its full address to other sites',
  tamper: (send) => async (request) =>
    changed(await send(request), { headers: (headers) => headers.set('referrer-policy', 'unsafe-url') }),
  flows: [],
  checks: ['LNK8', 'LNK9'],
  fails: ['LNK8'],
}
