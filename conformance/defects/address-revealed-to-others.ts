import type { Defect, Send } from './defect.ts'
import { changed } from './tamper.ts'

const LINK = /\/(?:activate\/(?:button|link)|reset\/link)\/[\w-]{20,}$/

/** Where a link redirects to a page without its token, that page is shown at the address of the link. */
const staysAtLink =
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    const location = answer.headers.get('location')
    if (!LINK.test(request.url) || !location) return answer
    const set = answer.headers.getSetCookie()
    const cookie = set.map((line) => line.split(';')[0]).join('; ')
    const page = await send(new Request(new URL(location, request.url), { headers: { cookie } }))
    return changed(page, {
      headers(headers) {
        headers.set('referrer-policy', 'unsafe-url')
        for (const line of set) headers.append('set-cookie', line)
      },
    })
  }

export const addressRevealedToOthers: Defect = {
  id: 'address-revealed-to-others',
  title: 'The page behind a mailed link sends its full address to other sites',
  tamper: staysAtLink,
  flows: [],
  checks: ['LNK8', 'LNK9'],
  fails: ['LNK8.referrer'],
}
