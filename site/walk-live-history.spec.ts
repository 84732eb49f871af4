import { expect, type Page, test } from '@playwright/test'
import { here, product } from './testing/live-page.ts'

const count = (page: Page) => page.locator('.transport output')
const doIt = (page: Page) => page.getByRole('button', { name: /^Do it for me/ })
const isLive = (page: Page) => page.getByRole('radio', { name: 'Live' })
/** The history of the whole tab, frames included: Playwright's own waits for a page that comes in the page itself. */
const go = (page: Page, by: number) => page.evaluate((by) => history.go(by), by)

/** Switches to live mode where the reader is in model mode, and waits until something can be done. */
async function switchToLive(page: Page, flow: string) {
  await page.goto('/flows/')
  await page.goto(`/flows/${flow}/`)
  await page.locator('.switch label', { hasText: 'Live' }).click()
  await expect(isLive(page)).toBeChecked()
  await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
}

/** Does the next things for the reader, each when the one before has led to its moment. */
async function walk(page: Page, moments: number, from = 0) {
  for (let n = from + 1; n <= from + moments; n += 1) {
    await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
    await doIt(page).click()
    await expect(count(page)).toHaveText(`${n} of ${n}`)
  }
  await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
}

test('Back goes through every moment of a live walk, then leaves live mode; Forward comes again', async ({
  page,
}) => {
  await switchToLive(page, 'log-in')
  await walk(page, 3)
  await expect(here(page)).toHaveAttribute('data-state', 'password')
  await go(page, -1)
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  await expect(product(page).getByLabel('Email address')).toBeVisible()
  await go(page, -1)
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  await expect(count(page)).toHaveText('1 of 1')
  await go(page, -1)
  await expect(count(page)).toHaveText('0 of 1')
  await expect(isLive(page)).toBeChecked()
  await expect(page.getByText('This is an earlier moment.')).toBeVisible()
  await go(page, 1)
  await expect(count(page)).toHaveText('1 of 1')
  await go(page, 1)
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  await go(page, -1)
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  await go(page, -1)
  await expect(count(page)).toHaveText('0 of 1')
  await go(page, -1)
  await expect(isLive(page)).not.toBeChecked()
  await expect(page).toHaveURL(/\/flows\/log-in\/$/)
})

test('a moment that no page comes with has an entry too, and one that a page comes with has no second', async ({
  page,
}) => {
  await switchToLive(page, 'configure-sso-oidc')
  await walk(page, 4)
  await expect(here(page)).toHaveAttribute('data-state', 'blank')
  await walk(page, 1, 4)
  await go(page, -1)
  await expect(count(page)).toHaveText('4 of 5')
  await go(page, -1)
  await expect(here(page)).toHaveAttribute('data-state', 'pane')
  await expect(count(page)).toHaveText('3 of 3')
  await go(page, -1)
  await expect(here(page)).toHaveAttribute('data-state', 'myOrganization')
})

test('a reload at an earlier moment stays there, and adds nothing to the history', async ({ page }) => {
  await switchToLive(page, 'log-in')
  await walk(page, 3)
  await page.getByRole('button', { name: 'One moment back' }).click()
  await expect(count(page)).toHaveText('2 of 3')
  const length = await page.evaluate(() => history.length)
  await page.reload()
  await expect(product(page).getByLabel('Password')).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText('This is an earlier moment.')).toBeVisible()
  await page.waitForTimeout(1_500)
  await expect(count(page)).toHaveText('2 of 3')
  expect(await page.evaluate(() => history.length)).toBe(length)
  await go(page, -1)
  await expect(count(page)).toHaveText('3 of 3')
  await expect(doIt(page)).toBeEnabled()
})

test('after a reload, Back and Forward still go one moment at a time: the product, the marks and the page', async ({
  page,
}) => {
  await switchToLive(page, 'log-in')
  await walk(page, 3)
  const length = await page.evaluate(() => history.length)
  await page.reload()
  await expect(product(page).getByLabel('Password')).toBeVisible({ timeout: 20_000 })
  await expect(doIt(page)).toBeEnabled()
  await go(page, -1)
  await expect(product(page).getByLabel('Email address')).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  await expect(count(page)).toHaveText('2 of 2')
  await go(page, -1)
  await expect(product(page).getByRole('button', { name: 'Log In' })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  await expect(count(page)).toHaveText('1 of 1')
  await go(page, 1)
  await expect(product(page).getByLabel('Email address')).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  expect(await page.evaluate(() => history.length)).toBe(length)
  // What is done then adds its entries as before, and a second reload loses nothing either.
  await walk(page, 1, 2)
  await page.reload()
  await expect(product(page).getByLabel('Password')).toBeVisible({ timeout: 20_000 })
  await expect(doIt(page)).toBeEnabled()
  for (const moments of [2, 1]) {
    await go(page, -1)
    await expect(count(page)).toHaveText(`${moments} of ${moments}`)
  }
  await expect(product(page).getByRole('button', { name: 'Log In' })).toBeVisible()
  await go(page, -1)
  await expect(count(page)).toHaveText('0 of 1')
  await go(page, -1)
  await expect(isLive(page)).not.toBeChecked()
})

test('Back that is pressed before anything listens, after a reload, goes as many moments back', async ({
  page,
}) => {
  await switchToLive(page, 'log-in')
  await walk(page, 3)
  let release = () => {}
  const isReleased = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/live.json', async (route) => {
    await isReleased
    await route.continue()
  })
  await page.reload()
  await go(page, -1)
  await go(page, -1)
  release()
  await expect(product(page).getByRole('button', { name: 'Log In' })).toBeVisible({ timeout: 20_000 })
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  await expect(count(page)).toHaveText('1 of 1')
  // It is the same sandbox, and nothing is done for the reader.
  await expect(doIt(page)).toBeEnabled()
  for (const [state, moments] of [
    ['emailAddress', 2],
    ['password', 3],
  ] as const) {
    await go(page, 1)
    await expect(here(page)).toHaveAttribute('data-state', state)
    await expect(count(page)).toHaveText(`${moments} of ${moments}`)
  }
})

test('Back leads over a form that was refused, one page at a time, and nothing is sent again', async ({
  page,
}) => {
  await switchToLive(page, 'log-in')
  await walk(page, 2)
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(product(page).getByRole('alert')).toBeVisible()
  await expect(count(page)).toHaveText('3 of 3')
  await walk(page, 1, 3)
  await expect(here(page)).toHaveAttribute('data-state', 'password')
  await go(page, -1)
  await expect(product(page).getByLabel('Email address')).toBeVisible()
  await expect(product(page).getByRole('alert')).toBeHidden()
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  await go(page, -1)
  await expect(count(page)).toHaveText('2 of 2')
  await go(page, -1)
  await expect(product(page).getByRole('button', { name: 'Log In' })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
})

test('Back from the provider, where a password was wrong, and Forward to it: the page says where the frame is', async ({
  page,
}) => {
  await switchToLive(page, 'log-in-sso')
  await walk(page, 3)
  const password = product(page).getByLabel('Password', { exact: true })
  await password.fill('not the password')
  await product(page).getByRole('button', { name: 'Sign in' }).click()
  const alert = product(page).getByRole('alert')
  await expect(alert).toBeVisible()
  await expect(count(page)).toHaveText('4 of 4')
  // One moment back: the same page, before anything was refused.
  await go(page, -1)
  await expect(alert).toBeHidden()
  await expect(count(page)).toHaveText('3 of 3')
  await expect(page.getByText('Refused.')).toBeHidden()
  await expect(here(page)).toHaveAttribute('data-state', 'providerLogin')
  await go(page, -1)
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  await expect(product(page).getByLabel('Email address')).toBeVisible()
  await go(page, 1)
  await expect(password).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'providerLogin')
  await page.reload()
  await expect(password).toBeVisible({ timeout: 20_000 })
  await expect(here(page)).toHaveAttribute('data-state', 'providerLogin')
  await expect(doIt(page)).toContainText('Sign in at the provider')
  await expect(doIt(page)).toBeEnabled()
  await doIt(page).click()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
})

test('Forward to the password of an unknown address leads to where it was, and nothing is said of a left path', async ({
  page,
}) => {
  await switchToLive(page, 'log-in')
  await walk(page, 2)
  await product(page).getByLabel('Email address').fill('nobody@example.com')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'passwordOfNobody')
  await go(page, -1)
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  await expect(page.getByText('You left the documented path')).toBeHidden()
  await go(page, 1)
  await expect(product(page).getByText('nobody@example.com')).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'passwordOfNobody')
  await expect(page.getByText('You left the documented path')).toBeHidden()
})

test('a refusal that was reloaded is left by one Back, too', async ({ page }) => {
  await switchToLive(page, 'log-in-sso')
  await walk(page, 3)
  const password = product(page).getByLabel('Password', { exact: true })
  await password.fill('not the password')
  await product(page).getByRole('button', { name: 'Sign in' }).click()
  await expect(count(page)).toHaveText('4 of 4')
  await page.reload()
  await expect(password).toBeVisible({ timeout: 20_000 })
  await expect(doIt(page)).toBeEnabled()
  await go(page, -1)
  await expect(count(page)).toHaveText('3 of 3')
  await expect(password).toBeVisible()
  await go(page, -1)
  await expect(product(page).getByLabel('Email address')).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
})

test('a page that comes after the stream has told of it is not taken for one of the next moment', async ({
  page,
}) => {
  await page.route(/\/admin$/, async (route) => {
    const response = await route.fetch({ maxRedirects: 0 })
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.fulfill({ response })
  })
  await switchToLive(page, 'register-entra-app')
  await walk(page, 1)
  await expect(product(page).getByRole('link', { name: 'App registrations' }).first()).toBeVisible()
  await walk(page, 3, 1)
  await expect(here(page)).toHaveAttribute('data-state', 'named')
  await go(page, -1)
  await expect(count(page)).toHaveText('3 of 4')
  await expect(here(page)).toHaveAttribute('data-state', 'blank')
})
