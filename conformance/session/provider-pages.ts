import type { Page } from '@playwright/test'
import type { Credentials } from '../../machines/model/perform.ts'
import { nearest } from '../page/label.ts'
import type { Snapshot } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import { NotThere, press } from './find.ts'
import type { Session } from './session.ts'
import { signedInFacts } from './signed-in.ts'

/** A provider's pages are its own: one or several, in its own words. */
const words = {
  submit: ['Sign in', 'Next', 'Log in', 'Continue'],
  another: ['Use another account', 'Change', 'Back'],
  stay: ['Yes', 'No'],
}
const PAUSE = 50
/** More pages than any provider asks for an account with. */
const MOST_PAGES = 6

const nameField = (page: Page) =>
  page
    .locator('input[type=email], input[autocomplete~=username], input[name=username]')
    .filter({ visible: true })
const passwordField = (page: Page) => page.locator('input[type=password]').filter({ visible: true })

const offered = ({ buttons, links }: Snapshot, names: string[]) =>
  names.map((name) => nearest(name, [...buttons, ...links])?.name).find((name) => name !== undefined)

/** Signs in at the provider as this person: fills in what it asks for, until it asks for nothing more or says no. */
export async function signInAtProvider(session: Session, { name, password }: Credentials): Promise<void> {
  const { page, patience } = session
  await nameField(page)
    .or(passwordField(page))
    .first()
    .waitFor({ timeout: patience })
    .catch(async () => {
      throw new NotThere('a field for the account or the password', await takeSnapshot(page))
    })
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const snapshot = await takeSnapshot(page)
    const asks = { name: await nameField(page).isVisible(), password: await passwordField(page).isVisible() }
    const aboutAnother = !asks.name && asks.password && !snapshot.texts.some((text) => text.includes(name))
    const another = aboutAnother ? offered(snapshot, words.another) : undefined
    if (!another && asks.name) await nameField(page).fill(name)
    if (!another && asks.password) await passwordField(page).fill(password)
    const next = another ?? offered(snapshot, asks.name || asks.password ? words.submit : words.stay)
    if (!next) {
      if (pages > 0) return
      throw new NotThere('a way to sign in', snapshot)
    }
    await press(page, next, patience)
    await session.settling.settled(patience)
    if (!another && (await takeSnapshot(page)).alerts.length > 0) return
    if (!isAtProvider(session)) return
  }
}

/** Whether the page asks for an account or its password. */
export const asksForAccount = async (page: Page): Promise<boolean> =>
  (await nameField(page).isVisible()) || (await passwordField(page).isVisible())

/** Waits until the provider asks who it is; `false` where it lets through to the protected page, or refuses before. */
export async function isAsked(session: Session): Promise<boolean> {
  const { page, context, arranged, patience } = session
  for (const until = Date.now() + patience; Date.now() < until; await page.waitForTimeout(PAUSE)) {
    if (await asksForAccount(page)) return true
    if ((await takeSnapshot(page)).alerts.length > 0) return false
    const { dashboard } = await signedInFacts(session, await context.cookies(arranged.dashboard), page)
    if (dashboard === 'opens') return false
  }
  return false
}

/** Whether the browser is still where the provider asks who it is. */
function isAtProvider({ page, arranged }: Session): boolean {
  return new URL(page.url()).origin !== new URL(arranged.url).origin
}
