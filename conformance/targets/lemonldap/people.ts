import { DatabaseSync } from 'node:sqlite'
import type { Arranged, Tools } from 'doorstep'
import type { Lemonldap } from './start-lemonldap.ts'

type LemonldapTools = Tools<Lemonldap>

const password = 'violet harbour 27 lanterns'

/** Somebody whom an administrator has entered into the database. The portal itself adds nobody. */
export async function activated({ data, freshAddress }: LemonldapTools): Promise<Arranged> {
  const email = freshAddress()
  const login = email.slice(0, email.indexOf('@'))
  const database = new DatabaseSync(data.database, { timeout: 10_000 })
  database
    .prepare('INSERT INTO users (uid, mail, cn, password) VALUES (?, ?, ?, ?)')
    .run(login, email, 'Ada', password)
  database.close()
  return { email, login, password }
}

/** Somebody who has registered an authenticator app in the portal. */
export async function withApp(tools: LemonldapTools): Promise<Arranged> {
  const person = await activated(tools)
  const page = await tools.page()
  await page.goto(tools.url)
  await page.getByPlaceholder('Login').fill(person.login ?? '')
  await page.getByPlaceholder('Password').fill(password)
  await page.getByRole('button', { name: 'Connect' }).click()
  await page.getByText('Connected as').waitFor()
  await page.goto(new URL('/2fregisters/totp', tools.url).href)
  const key = page.locator('#secret')
  await key.filter({ hasText: /\S/ }).waitFor()
  const totpSecret = (await key.innerText()).replaceAll(' ', '')
  await page.locator('#code').fill(await tools.codeOf(totpSecret))
  await page.getByRole('button', { name: 'Register' }).click()
  await page.getByText('Your key is registered').waitFor()
  return { ...person, totpSecret }
}
