import type { Send } from './defect.ts'
import { flaw } from './flaw.ts'
import { changed, isPage } from './tamper.ts'

/** A cache in front of the tenant takes no notice of whose page it keeps. @param keyOf under which address it looks for one */
const caching =
  (keyOf: (url: string) => string | undefined) =>
  (send: Send): Send => {
    const kept = new Map<string, string>()
    return async (request) => {
      const { url, method, headers } = request
      const known = kept.get(keyOf(url) ?? '')
      const isLoggedIn = headers.get('cookie')?.includes('doorstep-tenant=') === true
      if (method === 'GET' && !isLoggedIn && known !== undefined)
        return new Response(known, { headers: { 'content-type': 'text/html; charset=utf-8' } })
      const answer = await send(request)
      if (method !== 'GET' || !answer.ok || !isPage(answer)) return answer
      const body = await answer.text()
      if (isLoggedIn) kept.set(url, body)
      return changed(answer, { body })
    }
  }

const FILE = /(?:\/|\.|;)\w*\.?(?:css|js)$/

/** The tenant answers with a page at the address of any file below it. */
const withFiles =
  (send: Send): Send =>
  (request) => {
    const isFile = !request.url.includes('/assets/') && FILE.test(request.url)
    return send(isFile ? new Request(request.url.replace(FILE, ''), request) : request)
  }

/** A cache takes what is called like a file for one. */
const cachingFiles = (send: Send): Send => {
  const kept = new Map<string, string>()
  const behind = withFiles(send)
  return async (request) => {
    const isFile = request.method === 'GET' && !request.url.includes('/assets/') && FILE.test(request.url)
    const known = isFile ? kept.get(request.url) : undefined
    if (known !== undefined)
      return new Response(known, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    const answer = await behind(request)
    if (!isFile || !answer.ok || !isPage(answer)) return answer
    const body = await answer.text()
    kept.set(request.url, body)
    return changed(answer, { body })
  }
}

export const cachesForEverybody = [
  flaw(
    'SES9.kept',
    'cache-takes-a-page-for-a-file',
    'A page that one person has opened by the address of a file is answered to anybody, from a cache',
    { tamper: cachingFiles },
  ),
  flaw(
    'SES9.closed',
    'form-for-a-password-is-for-everybody',
    'The form that changes a password is answered to anybody, from a cache',
    { tamper: caching((url) => (url.endsWith('/account/password') ? url : undefined)) },
  ),
  flaw(
    ['SES9.pages', 'SES9.variants'],
    'cache-for-everybody',
    'A page that one person has opened is answered to anybody, from a cache',
    { tamper: caching((url) => url.replace(/(?:\/|;a=b|\.json|%20)$/, '')) },
  ),
  flaw(
    'SES9.variants',
    'slash-opens-to-everybody',
    'With a slash behind its address, a page that one person has opened is answered to anybody',
    { tamper: caching((url) => (url.endsWith('/') ? url.slice(0, -1) : undefined)) },
  ),
]
