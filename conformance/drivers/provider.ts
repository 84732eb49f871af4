import type { Page } from '@playwright/test'
import type { Credentials } from '../targets/target.ts'
import type { Action, Observation } from './driver.ts'
import { NotThere, press } from './form.ts'
import { nearest } from './label.ts'
import { look, type Sight } from './sight.ts'
import type { World } from './world.ts'

/** A provider's pages are its own: one or several, in its own words. */
const words = {
  submit: ['Sign in', 'Next', 'Log in', 'Continue'],
  another: ['Use another account', 'Change', 'Back'],
  stay: ['Yes', 'No'],
}
/** More pages than any provider asks for an account with. */
const MOST_PAGES = 6

const nameField = (page: Page) =>
  page
    .locator('input[type=email], input[autocomplete~=username], input[name=username]')
    .filter({ visible: true })
const passwordField = (page: Page) => page.locator('input[type=password]').filter({ visible: true })

const offered = ({ buttons, links }: Sight, names: string[]) =>
  names.map((name) => nearest(name, [...buttons, ...links])?.name).find((name) => name !== undefined)

/** Signs in at the provider as this person: fills in what it asks for, until it asks for nothing more or says no. */
export async function signInAtProvider(world: World, { name, password }: Credentials): Promise<void> {
  const { page, patience } = world
  await nameField(page)
    .or(passwordField(page))
    .first()
    .waitFor({ timeout: patience })
    .catch(async () => {
      throw new NotThere('a field for the account or the password', await look(page))
    })
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const sight = await look(page)
    const asks = { name: await nameField(page).isVisible(), password: await passwordField(page).isVisible() }
    const aboutAnother = !asks.name && asks.password && !sight.texts.some((text) => text.includes(name))
    const another = aboutAnother ? offered(sight, words.another) : undefined
    if (!another && asks.name) await nameField(page).fill(name)
    if (!another && asks.password) await passwordField(page).fill(password)
    const next = another ?? offered(sight, asks.name || asks.password ? words.submit : words.stay)
    if (!next) {
      if (pages > 0) return
      throw new NotThere('a way to sign in', sight)
    }
    await press(page, next, patience)
    await world.settling.settled(patience)
    if (!another && (await look(page)).alerts.length > 0) return
    if (!(await isAtProvider(world))) return
  }
}

/** Waits for the provider to ask who it is; `false` where it says no before. */
export async function asksWho({ page, patience }: World): Promise<boolean> {
  const asked = nameField(page).or(passwordField(page))
  await asked.or(page.getByRole('alert')).first().waitFor({ timeout: patience })
  return asked.first().isVisible()
}

/** Whether the browser is still where the provider asks who it is. */
async function isAtProvider({ page, arranged }: World): Promise<boolean> {
  return new URL(page.url()).origin !== new URL(arranged.url).origin
}

/** Signs in with what these credentials are in the world at hand. */
export const signInAs =
  (credentials: (world: World) => Credentials): Action =>
  (world) =>
    signInAtProvider(world, credentials(world))

/** The provider's sign-in is recognised by what it asks for, for its words are its own. */
export const seeProviderLogin: Observation = async ({ page }) => {
  const sight = await look(page)
  const asks = (await nameField(page).isVisible()) || (await passwordField(page).isVisible())
  return { sight, missing: asks ? [] : ['a field for the account or the password'], lacking: [] }
}
