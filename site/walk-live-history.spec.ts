import { expect, test } from '@playwright/test'
import { product } from './testing/live-page.ts'
import { go, isLive, switchToLive, walk } from './testing/live-walk.ts'
import { count, doIt, happened, here } from './testing/on-page.ts'

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

test('Back leads over a form that was answered with a page, too', async ({ page }) => {
  await switchToLive(page, 'configure-sso-entra')
  await walk(page, 4)
  const clientId = await page.getByRole('region', { name: 'Notes' }).getByRole('code').first().innerText()
  await product(page).getByLabel('Client ID').fill(clientId)
  await product(page).getByRole('button', { name: 'Test connection' }).click()
  await expect(product(page).getByRole('alert')).toBeVisible()
  await product(page).getByRole('link', { name: 'Home' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
  await go(page, -1)
  await expect(product(page).getByRole('heading', { name: 'Authentication settings' })).toBeVisible()
  await expect(product(page).getByRole('alert')).toBeHidden()
})

test('after Back from a refusal, a reload does not bring the refusal back', async ({ page }) => {
  await switchToLive(page, 'log-in')
  await walk(page, 3)
  await product(page).getByLabel('Password').fill('a guess')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(product(page).getByRole('alert')).toBeVisible()
  await expect(count(page)).toHaveText('4 of 4')
  await go(page, -1)
  await expect(count(page)).toHaveText('3 of 3')
  await expect(happened(page)).not.toContainText('Refused')
  await page.reload()
  await expect(product(page).getByLabel('Password')).toBeVisible({ timeout: 20_000 })
  await expect(doIt(page)).toBeEnabled()
  await expect(count(page)).toHaveText('3 of 3')
  await expect(happened(page)).not.toContainText('Refused')
  await expect(product(page).getByRole('alert')).toBeHidden()
  // From there, the walk goes on.
  await walk(page, 1, 3)
  await expect(here(page)).toHaveAttribute('data-state', 'keepAccountSafe')
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
