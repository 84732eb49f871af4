import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { fixture, user } from '../clients/fixture.ts'
import { startMockIdp } from '../index.ts'

// Each test walks through all pages.
test.setTimeout(120_000)

/** Walks through every page, stopping at each; the callback looks at it. */
async function everyPage(page: Page, look: (name: string) => Promise<void>) {
  const { directory, application } = fixture('entra', { consentedForAll: false })
  const oidc = fixture('oidc')
  const idp = await startMockIdp({ directories: [directory, oidc.directory], frontDoor: true })
  const redirect = `${idp.url}/assets/icon.svg`
  application.web.redirectUris = [redirect]
  oidc.application.web.redirectUris = [redirect]
  const params = {
    client_id: application.appId,
    response_type: 'code',
    scope: 'openid profile',
    redirect_uri: redirect,
  }
  const authorize = `${idp.url}/${directory.id}/oauth2/v2.0/authorize?${new URLSearchParams(params)}`
  const next = (name: string) => page.getByRole('button', { name, exact: true }).click()

  await page.goto(authorize)
  await look('sign in')
  await page.getByLabel('Email address').fill('nobody@harbour.example')
  await next('Next')
  await look('unknown account')
  await page.getByLabel('Email address').fill(user.name)
  await next('Next')
  await page.getByLabel('Password', { exact: true }).fill('wrong')
  await next('Sign in')
  await look('wrong password')
  await page.getByLabel('Password', { exact: true }).fill(user.password)
  await next('Sign in')
  await look('stay signed in')
  await next('Yes')
  await look('consent')
  await next('Accept')
  await page.waitForURL(/icon\.svg/)
  await page.goto(`${authorize}&prompt=select_account`)
  await look('pick an account')
  await page.goto(`${idp.url}/${directory.id}/account`)
  await look('account')
  await page.goto(authorize.replace('icon.svg', 'elsewhere'))
  await look('error')
  await page.goto(`${idp.url}/${directory.id}/oauth2/v2.0/logout`)
  await look('signed out')
  const generic = { ...params, client_id: oidc.application.appId }
  await page.goto(`${idp.url}/oidc/harbour/authorize?${new URLSearchParams(generic)}`)
  await look('credentials')
  await page.getByLabel('Email address').fill(user.name)
  await page.getByLabel('Password', { exact: true }).fill(user.password)
  await next('Sign in')
  await page.waitForURL(/icon\.svg/)
  const device = await page.request.post(`${idp.url}/oidc/harbour/device-authorization`, {
    form: { client_id: oidc.application.appId, client_secret: oidc.secret },
  })
  const codes = await device.json()
  await page.goto(codes.verification_uri)
  await look('device code')
  await page.getByLabel('Code').fill('WRONG')
  await next('Next')
  await look('wrong device code')
  await page.getByLabel('Code').fill(codes.user_code)
  await next('Next')
  await look('confirm device')
  await next('Continue')
  await look('signed in on the device')
  await page.goto(`${idp.url}/oidc/harbour/logout`)
  await look('sign out?')
  await page.goto(idp.url)
  await look('home')

  await page.goto(`${idp.url}/${directory.id}/admin`)
  await page.getByLabel('Email address').fill('admin@harbour.example')
  await next('Next')
  await page.getByLabel('Password', { exact: true }).fill('admin password')
  await next('Sign in')
  await next('No')
  await look('admin center')
  await page.getByRole('link', { name: 'App registrations', exact: true }).click()
  await look('app registrations')
  await page.getByRole('link', { name: 'New registration' }).click()
  await page.getByLabel('Name', { exact: true }).fill('1Secure')
  await page.getByLabel('Platform').selectOption('Web')
  await page
    .getByRole('textbox', { name: 'Redirect URI (optional)' })
    .fill('https://auth.netwrix.com/login/callback')
  await look('register an application')
  await next('Register')
  await look('overview')
  await page.getByRole('link', { name: 'Certificates & secrets' }).click()
  await page.getByRole('link', { name: 'New client secret' }).click()
  await look('add a client secret')
  await page.getByLabel('Description').fill('for 1Secure')
  await next('Add')
  await expect(page.getByRole('status')).toContainText('Copy the value')
  await look('client secrets')
  await page.getByRole('link', { name: 'Authentication' }).click()
  await look('authentication')
  await page.getByRole('link', { name: 'All users' }).click()
  await look('users')
  await idp.close()
}

for (const [colorScheme, details] of [
  ['light', { tag: '@long' }],
  ['dark', {}],
] as const) {
  test(`every page passes axe, ${colorScheme}`, details, async ({ browser }) => {
    // Animations would be measured halfway through their colours.
    const page = await (await browser.newContext({ colorScheme, reducedMotion: 'reduce' })).newPage()
    await everyPage(page, async (name) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect
        .soft(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
          name,
        )
        .toEqual([])
    })
  })
}

test('every page fits into 360 pixels', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 360, height: 720 } })).newPage()
  await everyPage(page, async (name) => {
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect.soft(width, name).toBeLessThanOrEqual(360)
  })
})

test('pages need no script, and load nothing from elsewhere', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: true })).newPage()
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('http://localhost:')) foreign.push(request.url())
  })
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('400')) errors.push(message.text())
  })
  await everyPage(page, async () => {
    expect(await page.locator('script').count()).toBe(0)
  })
  expect(foreign).toEqual([])
  expect(errors).toEqual([])
})
