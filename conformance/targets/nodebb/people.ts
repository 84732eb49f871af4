import type { Page } from '@playwright/test'
import type { Arranged, Tools } from 'doorstep'
import { type NodeBB, people } from './start-nodebb.ts'

type ForumTools = Tools<NodeBB>

const password = 'violet harbour 27 lanterns'

/** Asks the interface in the administrator's name. */
const asKeeper = <Answer>({ ask, data }: ForumTools, method: string, path: string, body: object = {}) =>
  ask<Answer>(`/api/v3${path}`, { method, bearer: data.token, body: { _uid: 1, ...body } })

export async function invited(tools: ForumTools): Promise<Arranged> {
  const email = tools.freshAddress()
  await asKeeper(tools, 'POST', '/users/1/invites', { emails: email, groupsToJoin: [people] })
  return { email }
}

/** Someone who has an account with a password, and must have a second factor. */
export async function activated(tools: ForumTools): Promise<Arranged> {
  const email = tools.freshAddress()
  const login = loginOf(email)
  const { response } = await asKeeper<{ response: { uid: number } }>(tools, 'POST', '/users', {
    username: login,
    email,
    password,
  })
  await asKeeper(tools, 'POST', `/users/${response.uid}/emails/${email}/confirm`)
  await asKeeper(tools, 'PUT', `/groups/${people}/membership/${response.uid}`)
  return { email, login, password }
}

/** The part before the `@`: a user name here. */
export const loginOf = (email: string) => email.slice(0, email.indexOf('@'))

/** Someone who is logged in and chooses a second factor. */
async function choosing(tools: ForumTools) {
  const person = await activated(tools)
  const page = await tools.page()
  await page.goto(tools.url)
  await page.getByLabel('Username / Email').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Login', exact: true }).click()
  await page.waitForURL(/2factor/)
  await page.waitForLoadState('networkidle')
  return { person, page }
}

/** Someone who has set an authenticator app up. */
export async function withApp(tools: ForumTools): Promise<Arranged> {
  const { person, page } = await choosing(tools)
  await enable('Authenticator App')(page).click()
  const totpSecret = await page.locator('.modal .font-monospace').innerText()
  await page.locator('.modal input').fill(await tools.codeOf(totpSecret))
  await page.getByRole('button', { name: 'Confirm' }).click()
  await page.locator('#code').waitFor()
  return { ...person, totpSecret }
}

/** Someone who has set a security key up. */
export async function withKey(tools: ForumTools): Promise<Arranged> {
  const { person, page } = await choosing(tools)
  const touched = await tools.plugInKey(page)
  await enable('Hardware key')(page).click()
  await page.getByText('Hardware key successfully registered').waitFor()
  return { ...person, securityKey: await touched() }
}

/** The settings have one line for each method, with an “Enable” each. */
export const enable = (method: string) => (page: Page) =>
  page.locator('.list-group-item', { hasText: method }).getByRole('button', { name: 'Enable' })
