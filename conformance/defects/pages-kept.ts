import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

const keeping = (
  id: string,
  title: string,
  checks: string[],
  isKept: (pathname: string) => boolean,
): Defect => ({
  id,
  title,
  tamper: (send) => async (request) => {
    const answer = await send(request)
    if (!isKept(new URL(request.url).pathname)) return answer
    return changed(answer, { headers: (headers) => headers.set('cache-control', 'private, max-age=600') })
  },
  flows: [],
  checks,
  fails: checks,
})

const INSIDE = /\/(?:dashboard|account)$/

/** Pages that stay in the cache of a browser, for the next person at it. */
export const pagesKept: Defect[] = [
  keeping(
    'pages-kept',
    'Browsers may keep the page behind a mailed link',
    ['LNK8'],
    (pathname) => !INSIDE.test(pathname),
  ),
  keeping(
    'pages-inside-kept',
    'Browsers may keep the pages of somebody who is logged in',
    ['SES11'],
    (pathname) => INSIDE.test(pathname),
  ),
]
