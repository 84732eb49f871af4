import { expect, type FrameLocator, type Locator, type Page, test } from '@playwright/test'
import { doUntil, goLive, product } from './testing/live-page.ts'

test.use({ colorScheme: 'light' })

const switchTheme = (page: Page) =>
  page.getByRole('button', { name: 'Switch between light and dark' }).click()
const colourOf = (element: Locator) => element.evaluate((one) => getComputedStyle(one).color)
const schemeOf = (frame: FrameLocator) =>
  frame.locator('html').evaluate((root) => getComputedStyle(root).colorScheme)
const backgroundOf = (mail: FrameLocator) =>
  mail.locator('.sheet').evaluate((sheet) => getComputedStyle(sheet).backgroundColor)

test('in model mode, the product’s screens and its mails follow the theme of the page', async ({ page }) => {
  await page.goto('/flows/log-in/')
  const mail = page.locator('iframe[title="Welcome to Netwrix 1Secure"]:not([inert])').first().contentFrame()
  expect(await backgroundOf(mail)).toBe('rgb(255, 255, 255)')
  await switchTheme(page)
  await expect.poll(() => backgroundOf(mail)).toBe('rgb(27, 31, 39)')
  await mail.getByRole('link', { name: 'Netwrix 1Secure tenant link' }).click()
  const heading = page.getByRole('region', { name: 'The product' }).getByRole('heading').first()
  const dark = await colourOf(heading)
  await switchTheme(page)
  await expect.poll(() => colourOf(heading)).not.toBe(dark)
  await expect.poll(() => backgroundOf(mail)).toBe('rgb(255, 255, 255)')
})

test('live, the tenant’s pages and the provider’s follow it, each from its first moment on', async ({
  page,
}) => {
  await goLive(page, 'log-in-sso')
  await doUntil(page, 'loginPage')
  expect(await schemeOf(product(page))).toBe('light dark')
  await switchTheme(page)
  await expect.poll(() => schemeOf(product(page))).toBe('dark')
  await doUntil(page, 'providerLogin')
  await expect(product(page).getByLabel('Password')).toBeVisible()
  expect(await schemeOf(product(page))).toBe('dark')
  await switchTheme(page)
  await expect.poll(() => schemeOf(product(page))).toBe('light')
  await page.reload()
  await expect(product(page).getByRole('textbox').first()).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => schemeOf(product(page))).toBe('light')
})
