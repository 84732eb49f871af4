import type { Page } from '@playwright/test'
import { protectedScreenOf } from '../packs/pack-of.ts'
import { namesInMenus } from '../page/menus.ts'
import { Settling } from '../page/settle.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { hasHeading, isThere } from './element.ts'
import { openTab } from './open-tab.ts'
import { overridesFor } from './overrides.ts'
import { isHeldByToken } from './renewal.ts'
import type { Session } from './session.ts'

/** The protected page, and the heading that it has here. */
export function protectedHere(session: Session) {
  const screen = protectedScreenOf(session.pack)
  const { heading = screen?.heading ?? '' } = screen ? overridesFor(session, screen.id) : {}
  return { screen, heading }
}

/** Milliseconds between two looks at a tab. */
const PAUSE = 50
/** How long a script may take to draw anything at all, in milliseconds: until then, a page says nothing of who is logged in. */
const DRAWN = 3_000

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
export function opensInBrowser(session: Session, page: Page): Promise<boolean> {
  const look = looks.get(page) ?? opensInTab(session, page).finally(() => looks.delete(page))
  looks.set(page, look)
  return look
}

async function opensInTab(session: Session, page: Page): Promise<boolean> {
  const tab = await openTab(session, page)
  try {
    const settling = new Settling(tab)
    await tab.goto(session.arranged.dashboard, { timeout: session.patience })
    await settling.settled(session.patience)
    const began = Date.now()
    for (;;) {
      const opens = await showsProtected(session, tab)
      const took = Date.now() - began
      const isDrawn = opens || took > DRAWN || !isBare(await takeSnapshot(tab))
      // A script that still gets a new token would lose it with its tab.
      const isDecided = opens || !isHeldByToken(session.target) || (await showsEntrance(session, tab))
      if ((isDrawn && isDecided) || took > session.patience) return opens
      await tab.waitForTimeout(PAUSE)
    }
  } catch {
    // A page that does not come in time, or goes elsewhere meanwhile, has not opened.
    return false
  } finally {
    await tab.close()
  }
}

const isBare = ({ headings, fields, named, texts }: Snapshot): boolean =>
  headings.length + fields.length + named.length + texts.length === 0

async function showsProtected(session: Session, tab: Page): Promise<boolean> {
  const { screen, heading } = protectedHere(session)
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
}

/** Whether the product has led the tab to where people begin who are not logged in. */
async function showsEntrance(session: Session, tab: Page): Promise<boolean> {
  const { entrance } = session.pack.roles?.session ?? {}
  if (entrance === undefined) return false
  const { heading = session.screen(entrance).heading } = overridesFor(session, entrance)
  return heading !== false && hasHeading(tab, heading, await takeSnapshot(tab))
}
