import { expect, type Page, test } from '@playwright/test'
import { codeOnPhone } from './testing/by-hand.ts'
import { keptSandbox } from './testing/kept-sandbox.ts'
import { doUntil, goLive, mail, product } from './testing/live-page.ts'
import { here, openMore } from './testing/on-page.ts'
import { startLive } from './testing/start-live.ts'

const doIt = (page: Page) => page.getByRole('button', { name: /^Do it for me/ })
const startOver = (page: Page) => page.getByRole('button', { name: /^Start over/ }).click()

test('a login is walked by hand from its mail to its end, with wrong turns', async ({ page }) => {
  await page.goto('/flows/log-in/#mode=live&given=authenticator-app')
  await mail(page).getByRole('link', { name: 'Netwrix 1Secure tenant link' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  const { sandbox } = await keptSandbox(page)
  const go = () => product(page).getByRole('button', { name: 'Continue' }).click()
  await product(page).getByRole('button', { name: 'Log In' }).click()
  await product(page).getByLabel('Email address').fill(sandbox.email)
  await go()
  await product(page).getByLabel('Password').fill('not the password')
  await go()
  await expect(product(page).getByRole('alert')).toContainText('Wrong')
  await expect(here(page)).toHaveAttribute('data-state', 'password')
  await product(page)
    .getByLabel('Password')
    .fill(sandbox.password ?? '')
  await go()
  await expect(here(page)).toHaveAttribute('data-state', 'verifyByCode')
  await product(page).getByLabel('Enter one time code').fill('000000')
  await go()
  await expect(product(page).getByRole('alert')).toContainText('wrong')

  // The clock of the sandbox moves, and the page is loaded again: the phone still counts in the sandbox's time.
  const control = `${new URL(sandbox.url).origin}/control/sandboxes/${sandbox.id}`
  const headers = { authorization: `Bearer ${sandbox.key}`, 'content-type': 'application/json' }
  await page.request.post(`${control}/clock`, { headers, data: { advanceMs: 10 * 60_000 } })
  await page.reload()
  await expect(product(page).getByLabel('Enter one time code')).toBeVisible()
  await product(page)
    .getByLabel('Enter one time code')
    .fill((await codeOnPhone(page)).replace(' ', ''))
  await go()
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
  await expect(page.locator('.procedure > ol > li.done')).toHaveCount(3)
})

test('starting over ends what is being done, and the new sandbox is clean', async ({ page }) => {
  await goLive(page, 'log-in')
  await expect(doIt(page)).toBeEnabled()
  await openMore(page)
  await page.getByLabel('Go to').selectOption('step 5')
  await expect(here(page)).toHaveAttribute('data-state', /^(?:loginPage|emailAddress|password)$/)
  const before = await keptSandbox(page)
  await startOver(page)
  await expect.poll(async () => (await keptSandbox(page)).sandbox.id).not.toBe(before.sandbox.id)
  const fresh = await keptSandbox(page)
  await expect(doIt(page)).toBeEnabled()
  await expect(here(page)).toHaveAttribute('data-state', 'mail')
  // Longer than any page of the run before would have taken to come.
  await page.waitForTimeout(2_000)
  await expect(page.locator('iframe[title="The tenant"]')).toBeHidden()
  await expect(here(page)).toHaveAttribute('data-state', 'mail')
  await expect(page.getByText('That did not work.')).toBeHidden()
  expect((await keptSandbox(page)).sandbox.id).toBe(fresh.sandbox.id)
  await doIt(page).click()
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
})

test('as long as the provider still asks something, no one is reported at the dashboard', async ({
  page,
}) => {
  await goLive(page, 'log-in-sso')
  await doUntil(page, 'providerLogin')
  const { sandbox } = await keptSandbox(page)
  await product(page).getByLabel('Password').fill(sandbox.provider.password)
  await product(page).getByRole('button', { name: 'Sign in' }).click()
  await expect(product(page).getByRole('heading', { name: 'Stay signed in?' })).toBeVisible()
  await expect(page.getByText('Sign in at the provider').first()).toBeVisible()
  await page.waitForTimeout(1_500)
  await expect(here(page)).toHaveAttribute('data-state', 'providerLogin')
  await product(page).getByRole('button', { name: 'Yes' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
})

test('an app is registered by hand, whatever the labels of the page add', async ({ page }) => {
  await goLive(page, 'register-entra-app')
  await doUntil(page, 'blank')
  const form = product(page)
  await form.getByLabel('Name').fill('Mine')
  await form.getByLabel('Name').press('Tab')
  await form.getByLabel('Platform').selectOption('Web')
  // The account type is already chosen, so the field need not be touched.
  await expect(here(page)).toHaveAttribute('data-state', 'onPlatform')
  await form.getByLabel(/multitenant/).check()
  await expect(here(page)).toHaveAttribute('data-state', 'named')
  await form.getByLabel(/organizational directory only/).check()
  await expect(here(page)).toHaveAttribute('data-state', 'onPlatform')
  await form.getByLabel('Redirect URI (optional)').fill('https://auth.netwrix.com/login/callback')
  await form.getByRole('button', { name: 'Register' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'overview')
})

test('a page that no procedure has is left again, and nothing is said of it any more', async ({ page }) => {
  await goLive(page, 'add-users')
  await product(page).getByRole('link', { name: 'Configuration' }).first().click()
  await product(page).getByRole('link', { name: 'Audit Logs' }).first().click()
  await expect(page.getByText('No procedure has the page')).toBeVisible()
  await product(page).getByRole('link', { name: 'Users' }).first().click()
  await expect(here(page)).toHaveAttribute('data-state', 'users')
  await expect(page.getByText('No procedure has the page')).toBeHidden()
})

test('the browser’s Back goes one page back in the frame, and the tracker goes along', async ({ page }) => {
  await goLive(page, 'log-in')
  await doUntil(page, 'password')
  await page.evaluate(() => history.back())
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  await page.evaluate(() => history.back())
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  await expect(page.locator('.procedure > ol > li.done')).toHaveCount(3)
  await expect(page).toHaveURL(/walk=open-tenant-link$/)
})

test.describe('a tenant that stops and comes again', { tag: '@long' }, () => {
  let live: Awaited<ReturnType<typeof startLive>>
  test.beforeAll(async () => {
    live = await startLive()
  })
  test.afterAll(() => live.close())

  test('is waited for, calmly, and nothing is lost', async ({ page }) => {
    await page.goto(`${live.url}/flows/log-in/#mode=live`)
    await doUntil(page, 'emailAddress')
    const before = await keptSandbox(page)
    await live.stopTenant()
    await expect(page.getByText('The connection to the tenant is lost. Reconnecting')).toBeVisible()
    await expect(page.getByRole('alert')).toBeHidden()
    await expect(doIt(page)).toBeDisabled()
    // A person who continues nevertheless sees a page of the browser.
    await product(page).getByRole('button', { name: 'Continue' }).click()
    await live.startTenant()
    await expect(page.getByText('Connected again')).toBeVisible()
    await expect(product(page).getByLabel('Email address')).toBeVisible()
    await doUntil(page, 'password')
    expect((await keptSandbox(page)).sandbox.id).toBe(before.sandbox.id)
  })

  test('has a store with events of an earlier version, and is followed all the same', async ({ page }) => {
    await page.goto(`${live.url}/flows/log-in/#mode=live`)
    await doUntil(page, 'loginPage')
    const { sandbox } = await keptSandbox(page)
    const old = [
      { kind: 'did', flow: 'log-in', event: 'log-in' },
      { kind: 'clock', now: 1_800_000_000_000 },
      { kind: 'act', at: 'product' },
    ]
    for (const event of old) await live.addEvent(sandbox.id, event)
    await page.reload()
    await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
    await doUntil(page, 'emailAddress')
    await expect(page.getByText(/NaN/)).toHaveCount(0)
  })
})
