import { fileURLToPath } from 'node:url'
import { type Browser, chromium, expect, type Page, test } from '@playwright/test'
import { findBrowser, launchOptions } from '../conformance/browser.ts'
import { readEnvironment } from './server/environment.ts'
import { type Everything, startEverything } from './server/start-everything.ts'
import { freePorts } from './testing/caddy.ts'
import { keptSandbox } from './testing/kept-sandbox.ts'
import { doUntil, mail, product } from './testing/live-page.ts'
import { here } from './testing/on-page.ts'

const pages = fileURLToPath(new URL('../dist', import.meta.url))
const NAME = 'classroom.test'

test.describe.configure({ timeout: 45_000 })

let everything: Everything
let browser: Browser

/** The parties by plain http on a name that is not this machine's, and a browser that finds it here. */
test.beforeAll(async () => {
  const [PORT = 0, TENANT_PORT = 0, IDP_PORT = 0, IDP_TLS_PORT = 0, SMTP_PORT = 0] = await freePorts(5)
  const ports = { PORT, TENANT_PORT, IDP_PORT, IDP_TLS_PORT, SMTP_PORT }
  everything = await startEverything(
    readEnvironment({
      ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
      DATA_DIR: ':memory:',
      SITE_URL: `http://${NAME}:${PORT}`,
      TENANT_URL: `http://${NAME}:${TENANT_PORT}`,
      IDP_URL: `http://${NAME}:${IDP_PORT}`,
    }),
    pages,
  )
  const found = findBrowser()
  if (!found) throw new Error('There is no browser.')
  const { args = [], ...options } = launchOptions(found)
  browser = await chromium.launch({
    ...options,
    args: [...args, `--host-resolver-rules=MAP ${NAME} 127.0.0.1`],
  })
})
test.afterAll(async () => {
  await browser.close()
  await everything.close()
})

async function open(flow: string): Promise<Page> {
  const page = await browser.newPage({ baseURL: everything.site })
  await page.goto(`${everything.site}/flows/${flow}/#mode=live`)
  await expect(page.locator('iframe[title="The tenant"]')).toBeAttached({ timeout: 20_000 })
  return page
}

test('without a secure context the software key works, and what needs one says so', async () => {
  const page = await open('log-in')
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
  await doUntil(page, 'keepAccountSafe')
  const key = page.getByRole('region', { name: 'Security key' })
  await expect(key.getByText('Your own key can’t be used here')).toBeVisible()
  await expect(key.getByLabel('Use my own key instead')).toBeHidden()
  const touch = async () => {
    await product(page).getByRole('button', { name: 'Use security key' }).click()
    await key.getByRole('button', { name: 'Touch the security key' }).click()
  }
  await product(page).getByRole('button', { name: 'Security Key' }).click()
  await touch()
  await product(page).getByLabel('Security key name').fill('Desk key')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
  await product(page).getByRole('button', { name: 'Log out' }).click()
  await doUntil(page, 'verifyByKey')
  await touch()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
})

test('a sandbox that was dropped under its reader says so, and offers another', async () => {
  const page = await open('log-in')
  await doUntil(page, 'emailAddress')
  const { sandbox } = await keptSandbox(page)
  const control = `${new URL(sandbox.url).origin}/control/sandboxes/${sandbox.id}`
  await page.evaluate(
    ([url = '', key = '']) => fetch(url, { method: 'DELETE', headers: { authorization: `Bearer ${key}` } }),
    [control, sandbox.key],
  )
  await expect(page.getByRole('alert')).toContainText('This sandbox is there no longer')
  await page.getByRole('button', { name: 'Make a new sandbox' }).click()
  await expect(mail(page).getByRole('link', { name: 'Netwrix 1Secure tenant link' })).toBeVisible()
  expect((await keptSandbox(page)).sandbox.id).not.toBe(sandbox.id)
})

test('where the tenant cannot be reached, only live mode says so, and the model goes on', async () => {
  const page = await browser.newPage()
  await page.route(`${everything.tenant}/**`, (route) => route.abort())
  await page.goto(`${everything.site}/flows/log-in/#mode=live`)
  await expect(page.getByRole('alert')).toContainText('The tenant can’t be reached')
  await page.getByRole('button', { name: 'Walk in the model' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await doUntil(page, 'emailAddress')
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  expect(await product(page).locator('body').count()).toBe(0)
})
