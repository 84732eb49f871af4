import { expect, test } from '@playwright/test'
import { product } from './testing/live-page.ts'
import { go, switchToLive, walk } from './testing/live-walk.ts'
import { count, doIt, here } from './testing/on-page.ts'

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

test('where the person goes on in a second tab, this one follows', async ({ page, context }) => {
  await switchToLive(page, 'log-in')
  await walk(page, 3)
  const [other] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => void window.open(location.href)),
  ])
  await expect(product(other).getByLabel('Password')).toBeVisible({ timeout: 20_000 })
  await expect(doIt(other)).toBeEnabled()
  await walk(page, 1, 3)
  await expect(product(other).getByRole('heading', { name: 'Keep Your Account Safe' })).toBeVisible()
  await expect(here(other)).toHaveAttribute('data-state', 'keepAccountSafe')
})

test('an address is typed with or without its scheme, and a foreign one is refused until another page comes', async ({
  page,
}) => {
  await switchToLive(page, 'log-in')
  await walk(page, 1)
  const bar = page.getByRole('combobox', { name: 'Address' })
  const refusal = page.getByText('That did not work.')
  const address = await bar.inputValue()
  await bar.fill('https://example.com/')
  await bar.press('Enter')
  await expect(refusal).toBeVisible()
  await bar.fill(`${address.replace(/^\w+:\/\//, '')}/email`)
  await bar.press('Enter')
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
  await expect(refusal).toBeHidden()
})

test('from an earlier moment, one press leads to the latest', async ({ page }) => {
  await switchToLive(page, 'log-in')
  await walk(page, 2)
  await page.getByRole('button', { name: 'Back to the beginning' }).click()
  await expect(count(page)).toHaveText('0 of 2')
  await doIt(page).click()
  await expect(count(page)).toHaveText('2 of 2')
  await expect(doIt(page)).toContainText('Enter the registered address')
})

test('Back in the admin center is on the path; a sign-in that is over is called no step of it', async ({
  page,
}) => {
  await switchToLive(page, 'register-entra-app')
  await walk(page, 2)
  const left = page.getByRole('status').filter({ hasText: 'You left the documented path' })
  await go(page, -1)
  await expect(here(page)).toHaveAttribute('data-state', 'adminCenter')
  await expect(product(page).getByRole('heading', { name: 'Microsoft Entra admin center' })).toBeVisible()
  await expect(doIt(page)).toBeEnabled()
  await expect(left).toBeHidden()
  await go(page, -1)
  await expect(left).toContainText('No procedure has the page “Sign-in failed”.')
  await expect(here(page)).toBeHidden()
  await page.getByRole('button', { name: 'Back to step 2' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'adminCenter')
  await expect(product(page).getByRole('heading', { name: 'Microsoft Entra admin center' })).toBeVisible()
})
