import { takeSnapshot } from '../page/take-snapshot.ts'
import { fetchAgain } from '../targets/fetch-again.ts'
import { MOST_INTERLUDES, passInterlude } from './interludes.ts'
import type { Session } from './session.ts'

type Cookies = { name: string; value: string }[]

/** How the protected page answers somebody who is not logged in. */
const toNobody = new WeakMap<Session['arranged'], Promise<string>>()

/**
 * A screen that comes in between, such as “What’s new”, hides the protected page from a request until somebody presses it away.
 * Does that in a browser of its own.
 * @param cookies all that the browser has of the session, besides `headers`
 * @returns the cookies afterwards; `undefined` where no such screen came
 */
export async function passInBetween(
  session: Session,
  cookies: Cookies,
  headers: Record<string, string>,
): Promise<string | undefined> {
  const { arranged, target, context } = session
  if (!target.between?.length) return undefined
  if (!toNobody.has(arranged)) toNobody.set(arranged, answerTo(session, {}))
  // Somebody who is answered as nobody is has no such screen: most questions end here, without a browser.
  if ((await answerTo(session, headers)) === (await toNobody.get(arranged))) return undefined
  const { cookie: _, ...own } = headers
  const other = await context.browser()?.newContext({ extraHTTPHeaders: own, ignoreHTTPSErrors: true })
  if (!other) return undefined
  try {
    await other.addCookies(cookies.map((cookie) => ofOrigin(cookie, new URL(arranged.dashboard))))
    const page = await other.newPage()
    await page.goto(arranged.dashboard, { timeout: session.patience })
    let passed = 0
    while (passed < MOST_INTERLUDES && (await passInterlude(session, await takeSnapshot(page), page)))
      passed++
    const now = await other.cookies(arranged.dashboard)
    return passed > 0 ? now.map(({ name, value }) => `${name}=${value}`).join('; ') : undefined
  } finally {
    await other.close()
  }
}

/** What tells two answers apart, without what changes from one to the next. */
async function answerTo(session: Session, headers: Record<string, string>): Promise<string> {
  const { status, headers: answer } = await fetchAgain(session.arranged.dashboard, {
    redirect: 'manual',
    signal: AbortSignal.timeout(session.patience),
    headers: { accept: 'text/html', ...headers },
  })
  const location = answer.get('location')
  return `${status} ${location ? new URL(location, session.arranged.dashboard).pathname : ''}`
}

/** A name with a prefix is taken with these attributes only (RFC 6265bis section 4.1.3). A `url` would decide `secure` by its protocol. */
const ofOrigin = ({ name, value }: Cookies[number], { hostname, protocol }: URL) => ({
  name,
  value,
  domain: hostname,
  path: '/',
  secure: protocol === 'https:' || name.startsWith('__'),
})
