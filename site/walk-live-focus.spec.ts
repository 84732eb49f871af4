import { type ConsoleMessage, expect, type Page, test } from '@playwright/test'
import { doUntil, goLive, product } from './testing/live-page.ts'
import { doIt, here } from './testing/on-page.ts'

const heading = (page: Page, name: string | RegExp) => product(page).getByRole('heading', { level: 1, name })

test('whatever led to a screen, it is read from its heading', async ({ page }) => {
  await goLive(page, 'log-in')
  await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
  await page.keyboard.press('ArrowRight')
  await expect(heading(page, 'Netwrix 1Secure')).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(heading(page, 'Welcome')).toBeFocused()
  await doUntil(page, 'password')
  await expect(doIt(page)).toBeEnabled()

  await product(page).getByRole('link', { name: 'Forgot password' }).click()
  await expect(heading(page, /Forgot/)).toBeFocused()
  await page.locator('.way-back').focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'Enter Your Password')).toBeFocused()

  const address = page.getByRole('combobox', { name: 'Address' })
  await address.fill(((await address.inputValue()) ?? '').replace(/\/password$/, '/email'))
  await address.press('Enter')
  await expect(heading(page, 'Welcome')).toBeFocused()
})

test('the security key gives the focus back to the page that asked for it', async ({ page }) => {
  await goLive(page, 'log-in')
  await doUntil(page, 'keepAccountSafe')
  await expect(doIt(page)).toBeEnabled()
  await product(page).getByRole('button', { name: 'Security Key' }).click()
  const use = product(page).getByRole('button', { name: 'Use security key' })
  const answer = async (name: string) => {
    await use.click()
    const key = page.getByRole('region', { name: 'Security key' })
    await expect(key.getByText('The browser asks for your key')).toBeVisible()
    await key.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
  }
  await answer('Cancel the browser’s prompt')
  await expect(use).toBeFocused()
  await answer('Touch the security key')
  await expect(product(page).locator('h1')).toBeFocused()
  await expect(here(page)).toHaveAttribute('data-state', 'nameKey')
})

test('no page in the frame tries to take the focus by itself, which browsers report as an error', async ({
  page,
}) => {
  const errors: string[] = []
  page.on('console', (message: ConsoleMessage) => {
    if (/focus/i.test(message.text())) errors.push(message.text())
  })
  await goLive(page, 'log-in-sso')
  await doUntil(page, 'emailAddress')
  await expect(doIt(page)).toBeEnabled()
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(product(page).getByRole('alert')).toBeVisible()
  await doUntil(page, 'providerLogin')
  await expect(product(page).getByRole('heading', { name: 'Enter password' })).toBeFocused()
  await doUntil(page, 'dashboard')
  expect(errors).toEqual([])
})

test('a moment that is opened by its address puts the focus into no field', async ({ page }) => {
  await page.addInitScript(() => {
    const focused: string[] = []
    Object.assign(window, { focused })
    addEventListener('focusin', (event) => focused.push((event.composedPath()[0] as Element).localName))
  })
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.registered,password.wrong')
  await expect(page.getByRole('alert').filter({ hasText: 'Wrong email or password' })).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { focused: string[] }).focused)).not.toContain(
    'input',
  )
})
