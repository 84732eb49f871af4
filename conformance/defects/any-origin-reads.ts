import type { Defect } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed } from './tamper.ts'

/** @param isTrusted whether scripts of that origin may read what the tenant answers to the person */
const readBy = (id: string, title: string, isTrusted: (origin: string, host: string) => boolean): Defect =>
  flaw('SES12.read', id, title, {
    tamper: (send) => async (request) => {
      const answer = await send(request)
      const origin = request.headers.get('origin')
      if (!origin || !isTrusted(origin, new URL(request.url).hostname)) return answer
      return changed(answer, {
        headers(headers) {
          headers.set('access-control-allow-origin', origin)
          headers.set('access-control-allow-credentials', 'true')
        },
      })
    },
  })

export const anyOriginReads: Defect[] = [
  readBy('any-origin-reads', 'Scripts of every site may read what a person sees', () => true),
  readBy(
    'origin-that-begins-alike-reads',
    'Scripts of a site whose name begins as the tenant’s may read what a person sees',
    (origin, host) => origin.startsWith(`http://${host}`),
  ),
]
