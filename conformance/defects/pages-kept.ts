import type { Defect } from './defect.ts'
import { changed } from './tamper.ts'

const keeping = (
  id: string,
  title: string,
  fails: string[],
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
  checks: fails.map((claim) => claim.split('.')[0] ?? ''),
  fails,
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
  keeping('users-kept', 'Browsers may keep the list of users', ['SES11.others'], (pathname) =>
    pathname.endsWith('/users'),
  ),
  keeping(
    'secret-kept',
    'Browsers may keep the page that shows the secret of an app',
    ['SES11.secret'],
    (pathname) => pathname.endsWith('/log-in/app'),
  ),
]
