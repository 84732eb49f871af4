import { expect, type Page, test } from '@playwright/test'
import { PASSWORD_THERE, type SsoSandbox, type SsoTenant, startSsoTenant } from '../testing/provider.ts'

let sso: SsoTenant
test.beforeAll(async () => {
  sso = await startSsoTenant({ apart: true })
})
test.afterAll(() => sso.close())

/** From the mail's Access 1Secure to the provider's page. */
async function leave(page: Page, { url, email }: SsoSandbox) {
  await page.goto(`${url}/access`)
  await page.getByRole('button', { name: 'Log In' }).click()
  await page.getByLabel('Email address').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.waitForURL(`${sso.idp.url}/**`, { timeout: 15_000 })
}

async function signIn(page: Page, { email }: SsoSandbox) {
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD_THERE)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

test.setTimeout(60_000)

const heading = (page: Page, name: string) =>
  expect(page.getByRole('heading', { level: 1, name })).toBeVisible()

for (const withSecret of [true, false])
  test(`a browser logs in, confirms and logs out everywhere, with the provider on another site: ${withSecret ? 'code' : 'ID token, posted'}`, async ({
    page,
  }) => {
    const box = await sso.sandbox('oidc', { withSecret })
    await leave(page, box)
    await signIn(page, box)
    await heading(page, 'Dashboard')
    expect(new URL(page.url()).search).toBe('')

    await page.getByRole('link', { name: box.email }).click()
    await page.getByRole('button', { name: 'Confirm' }).click()
    await page.waitForURL(`${sso.idp.url}/**`, { timeout: 15_000 })
    await signIn(page, box)
    await heading(page, 'Your account')
    await expect(page.getByRole('heading', { name: 'Confirm that it’s you' })).toBeHidden()

    await page.getByRole('button', { name: 'Log out' }).click()
    await page.getByRole('button', { name: 'Log out at your provider too' }).click()
    await expect(page.getByRole('alert')).toContainText('logged out, here and at your provider')
    expect(page.url()).not.toContain('state')
    await leave(page, box)
    await expect(page.getByLabel('Password', { exact: true })).toBeVisible()
  })

test('a person who is refused sees why, on a page whose address does not reveal it', async ({ page }) => {
  const box = await sso.sandbox('oidc', { given: 'not-added', withSecret: false })
  await leave(page, box)
  await signIn(page, box)
  await expect(page.getByRole('alert')).toContainText('not been added')
  expect(new URL(page.url()).search).toBe('')
  await page.goto(`${box.url}/dashboard`)
  await expect(page.getByRole('button', { name: 'Log In' })).toBeVisible()
})
