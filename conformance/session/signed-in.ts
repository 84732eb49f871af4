import type { Page } from '@playwright/test'
import { parse } from 'node-html-parser'
import { fetchAgain } from '../targets/fetch-again.ts'
import { textsOf } from '../targets/overrides.ts'
import type { Target } from '../targets/target.ts'
import { passInBetween } from './in-between.ts'
import { opensInBrowser, protectedHere } from './opens-in-tab.ts'
import { learnHolder, mayRenewToken } from './renewal.ts'
import type { Session } from './session.ts'
import { Hangs } from './watch.ts'

/** What speaks for or against someone being signed in. */
export interface SignedInFacts {
  /** Whether the target itself knows of a session; `undefined` where it cannot be asked. */
  session: boolean | undefined
  /** Whether the protected page opens for the same cookies. */
  dashboard: 'opens' | 'denied'
  /** The page opens in the browser, but the profile's `protectedPage.opens` denies it: nothing can be said. */
  contradicted?: true
}

/** Someone is logged in: the target says so, or the protected page opens. */
export const isIn = ({ session, dashboard }: SignedInFacts) => session === true || dashboard === 'opens'

/** The product keeps its sessions where a request without a browser cannot bring them. */
export class OnlyInBrowser extends Error {
  constructor({ name }: Target) {
    super(
      `Whether someone is logged in at ${name} shows in a browser only, so a request cannot tell: let the profile say it by \`session\` or \`protectedPage.opens\`.`,
    )
    this.name = 'OnlyInBrowser'
  }
}

/** By what it shows at a target that someone is logged in: a request has been seen to tell, or only a browser. */
const shownBy = new WeakMap<Target, 'request' | 'browser'>()

/**
 * Asks outside the page, with only these cookies: the page must stay as the person sees it. Where no request has yet been seen to
 * open the protected page, a browser looks as well: what is kept in a browser's storage, no cookie brings. It looks, too, where what the
 * page has sent may be over and its script may get something new.
 * @param page the person's, whose headers are sent, too; without it the cookies are all there is
 * @param own headers to send in place of the page's
 * @throws OnlyInBrowser when there is no page, and a request cannot tell
 */
export async function signedInFacts(
  session: Session,
  cookies: Cookie[],
  page?: Page,
  own?: Readonly<Record<string, string>>,
): Promise<SignedInFacts> {
  const facts = await askWith(session, cookies, page, own)
  if (isIn(facts) || !page || !(await mayRenewToken(session))) return facts
  await opensInBrowser(session, page)
  return askWith(session, await session.context.cookies(session.arranged.dashboard), page)
}

type Cookie = { name: string; value: string }

async function askWith(
  session: Session,
  cookies: Cookie[],
  page?: Page,
  own?: Readonly<Record<string, string>>,
): Promise<SignedInFacts> {
  const { arranged, target } = session
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { ...(own ?? (page && (await session.ownHeaders.now()))), cookie }
  const asks = (sent: typeof headers) => arranged.dashboardOpens?.(sent, page) ?? pageOpens(session, sent)
  const exists = (sent: typeof headers) => arranged.sessionExists?.(sent, page)
  const [atOnce, isThere] = await answeredWithin(
    session.patience,
    Promise.all([asks(headers), exists(headers)]),
  )
  const passed = atOnce ? undefined : await passInBetween(session, cookies, headers)
  const opens = atOnce || (passed !== undefined && (await asks({ ...headers, cookie: passed })))
  const facts = { session: isThere, dashboard: opens ? ('opens' as const) : ('denied' as const) }
  if (opens) shownBy.set(target, 'request')
  if (isIn(facts))
    await learnHolder(target, headers, async (sent) => (await asks(sent)) || (await exists(sent)) === true)
  if (opens || isThere !== undefined || shownBy.get(target) === 'request') return facts
  if (!page) {
    if (shownBy.get(target) === 'browser') throw new OnlyInBrowser(target)
    return facts
  }
  if (!(await opensInBrowser(session, page))) return facts
  if (arranged.dashboardOpens) return { ...facts, contradicted: true }
  shownBy.set(target, 'browser')
  return { ...facts, dashboard: 'opens' }
}

/** A target that never says whether someone is logged in must not be waited for. */
async function answeredWithin<T>(patience: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const why = `Whether someone is logged in was not answered within ${patience / 1000} s.`
    timer = setTimeout(() => reject(new Hangs(why)), patience)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

/** Without a word of the profile the protected page opens when it is answered with 200 and has its heading. */
async function pageOpens(session: Session, headers: { cookie: string }): Promise<boolean> {
  const { heading } = protectedHere(session)
  // What is found by a function or a role, only a browser finds.
  const texts = heading === false ? [] : (textsOf(heading) ?? []).filter(Boolean)
  if (texts.length === 0) return false
  const response = await fetchAgain(session.arranged.dashboard, {
    redirect: 'manual',
    signal: AbortSignal.timeout(session.patience),
    headers: { accept: 'text/html', ...headers },
  })
  const page = parse(await response.text(), { blockTextElements: { script: false, style: false } })
  return texts.some((text) => page.text.includes(text)) && response.ok
}
