import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isPage } from './tamper.ts'

/** Pages repeat something of their address as it is. @param of `undefined` where they do not */
const repeating =
  (of: (url: URL, status: number) => string | null | undefined) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request)
    const said = of(new URL(request.url), answer.status)
    if (!said || request.method !== 'GET' || !(isPage(answer) || answer.status === 404)) return answer
    return changed(answer, {
      body: `${await answer.text()}<p>${said}</p>`,
      headers: (headers) => headers.set('content-type', 'text/html; charset=utf-8'),
    })
  }

const lastOf = ({ pathname }: URL) => decodeURIComponent(pathname.split('/').at(-1) ?? '')

/** One place repeats what its address holds. */
export const addressesAreRepeated = [
  flaw('TXT2.path', 'unknown-path-repeated', 'The page for an unknown address repeats it as it is', {
    tamper: repeating((url, status) => (status === 404 ? lastOf(url) : undefined)),
  }),
  flaw('TXT2.parameters', 'parameter-repeated', 'A page of the login repeats a parameter as it is', {
    tamper: repeating(({ searchParams }) => searchParams.get('returnTo')),
  }),
  flaw('TXT2.token', 'token-repeated', 'The page for a wrong link repeats its token as it is', {
    tamper(send) {
      let asked: string | undefined
      return repeating((url) => {
        const [, token] = /\/activate\/(?:button|link)\/([^/]+)$/.exec(url.pathname) ?? []
        if (token !== undefined) asked = decodeURIComponent(token)
        return url.pathname.endsWith('/activate') ? asked : undefined
      })(send)
    },
  }),
]
