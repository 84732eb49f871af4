import type { Page } from '@playwright/test'
import { parse } from 'node-html-parser'
import { protectedScreenOf } from '../packs/pack-of.ts'
import { namesInMenus } from '../page/menus.ts'
import { Settling } from '../page/settle.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { fetchAgain } from '../targets/fetch-again.ts'
import { textsOf } from '../targets/overrides.ts'
import type { Target } from '../targets/target.ts'
import { hasHeading, isThere } from './element.ts'
import { passInBetween } from './in-between.ts'
import { openTab } from './open-tab.ts'
import { overridesFor } from './overrides.ts'
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
 * open the protected page, a browser looks as well: what is kept in a browser's storage, no cookie brings.
 * @param page the person's, whose headers are sent, too; without it the cookies are all there is
 * @param own headers to send in place of the page's
 * @throws OnlyInBrowser when there is no page, and a request cannot tell
 */
export async function signedInFacts(
  session: Session,
  cookies: { name: string; value: string }[],
  page?: Page,
  own?: Readonly<Record<string, string>>,
): Promise<SignedInFacts> {
  const { arranged, target } = session
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { ...(own ?? (page && (await session.ownHeaders.now()))), cookie }
  const asks = (sent: typeof headers) => arranged.dashboardOpens?.(sent, page) ?? pageOpens(session, sent)
  const [atOnce, exists] = await answeredWithin(
    session.patience,
    Promise.all([asks(headers), arranged.sessionExists?.(headers, page)]),
  )
  const passed = atOnce ? undefined : await passInBetween(session, cookies, headers)
  const opens = atOnce || (passed !== undefined && (await asks({ ...headers, cookie: passed })))
  const facts = { session: exists, dashboard: opens ? ('opens' as const) : ('denied' as const) }
  if (opens) shownBy.set(target, 'request')
  if (opens || exists !== undefined || shownBy.get(target) === 'request') return facts
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

function protectedHere(session: Session) {
  const screen = protectedScreenOf(session.pack)
  const { heading = screen?.heading ?? '' } = screen ? overridesFor(session, screen.id) : {}
  return { screen, heading }
}

const withoutQuery = (url: string) => url.split(/[?#]/)[0]

/** What the protected page showed a browser at its own address, where that was not its heading. */
const others = new WeakMap<Session, readonly string[]>()

/** The headings of the protected page, where it opened at its own address without the one that it is known by. */
export const headingsAtHome = (session: Session): readonly string[] => others.get(session) ?? []

/** What to write where the protected page shows people another heading than it is known by: that may be a session all the same. */
export function otherHeading(session: Session): string {
  const [other] = headingsAtHome(session)
  if (other === undefined) return ''
  const { screen } = protectedHere(session)
  return `; ${session.arranged.dashboard} shows “${other}” there, and not the heading of “${screen?.heading}”: if that is what people see who are logged in, name the page with that heading in \`protectedPage.path\`, or say by \`protectedPage.opens\` who is`
}

/** Looks that are under way, by the page that asks: a second question meanwhile gets the same answer. */
const looks = new WeakMap<Page, Promise<boolean>>()

/** Whether the protected page opens in another tab of the person's browser. Two looks at once would take each other's tab. */
function opensInBrowser(session: Session, page: Page): Promise<boolean> {
  const look = looks.get(page) ?? opensInTab(session, page).finally(() => looks.delete(page))
  looks.set(page, look)
  return look
}

async function opensInTab(session: Session, page: Page): Promise<boolean> {
  const { screen, heading } = protectedHere(session)
  const tab = await openTab(session, page)
  try {
    const settling = new Settling(tab)
    await tab.goto(session.arranged.dashboard, { timeout: session.patience })
    await settling.settled(session.patience)
    const snapshot = await takeSnapshot(tab)
    if (heading) {
      const opens = await hasHeading(tab, heading, snapshot)
      const isThere = withoutQuery(tab.url()) === withoutQuery(session.arranged.dashboard)
      others.set(session, !opens && isThere ? snapshot.headings : [])
      return opens
    }
    const [first] = screen ? (session.screen(screen.id).buttons ?? []) : []
    if (first === undefined) return false
    // It may be in a menu, such as that of the account. The tab is not the person's, so a menu may be opened there.
    return (
      (await isThere(tab, first, [...snapshot.buttons, ...snapshot.links])) ||
      isThere(tab, first, await namesInMenus(tab, snapshot))
    )
  } catch {
    // A page that does not come in time, or goes elsewhere meanwhile, has not opened.
    return false
  } finally {
    await tab.close()
  }
}
