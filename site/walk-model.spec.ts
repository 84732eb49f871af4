import { expect, type Page, test } from '@playwright/test'

const product = (page: Page) => page.getByRole('region', { name: 'The product' })
const here = (page: Page) => page.locator('.diagram .state.here')
const currentStep = (page: Page) => page.locator('.procedure [aria-current="step"]')

test('the first login by hand: mail, address, password, phone, dashboard', async ({ page }) => {
  await page.goto('/flows/log-in/')
  await page.getByRole('region', { name: 'Mailbox' }).hover()
  const mail = page.locator('iframe[title="Welcome to Netwrix 1Secure"]')
  // Until somebody listens to its links, nothing in the mail can be pressed.
  await expect(mail).not.toHaveAttribute('inert')
  await mail.contentFrame().getByRole('link', { name: 'Netwrix 1Secure tenant link' }).click()
  await product(page).getByRole('button', { name: 'Log In' }).click()

  const notes = page.getByRole('region', { name: 'Notes' }).getByRole('code')
  await product(page)
    .getByLabel('Email address')
    .fill((await notes.nth(0).textContent()) ?? '')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await product(page)
    .getByLabel('Password')
    .fill((await notes.nth(1).textContent()) ?? '')
  await expect(currentStep(page)).toContainText('Enter your password')
  await product(page).getByLabel('Password').press('Enter')
  await product(page).getByRole('button', { name: 'Google Authenticator or Similar' }).click()

  const phone = page.getByRole('region', { name: 'Authenticator app' })
  await phone.getByRole('button', { name: 'Scan the QR code' }).click()
  const code = phone.locator('.code')
  await expect(code).toHaveText(/^\d{3} \d{3}$/)
  await product(page)
    .getByLabel('Enter one time code')
    .fill((await code.textContent())?.replace(' ', '') ?? '')
  await product(page).getByRole('button', { name: 'Continue' }).click()

  await expect(product(page).getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
  await expect(page.locator('.diagram .arrow.walked')).toHaveCount(6)
})

test('wrong turns are refused in the product’s words, and say where they come from', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.registered')
  await product(page).getByLabel('Password').fill('a guess')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(product(page).getByRole('alert')).toHaveText('Wrong email or password')
  await expect(page.getByText('Turned away.')).toBeVisible()
  await page.getByRole('button', { name: 'Enter a wrong password ten times' }).click()
  await expect(product(page).getByRole('alert')).toContainText('blocked')
})

test('a moment has an address, and time goes back and forward', async ({ page }) => {
  await page.goto('/flows/activate-account/#walk=two-days-pass,open-activation.button,request-new-link&at=1')
  await expect(here(page)).toHaveAttribute('data-state', 'expiredMail')
  await page.getByRole('button', { name: 'One moment forward' }).click()
  await expect(product(page).getByRole('heading', { name: 'Link Expired' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#walk=two-days-pass,open-activation.button,request-new-link&at=2')
  await page.getByRole('button', { name: 'Back to the beginning' }).click()
  await page.getByRole('button', { name: 'Click the link in the mail' }).click()
  expect(new URL(page.url()).hash).toBe('#walk=open-activation.link')
  await page.reload()
  await expect(here(page)).toHaveAttribute('data-state', 'changePassword.blank')
})

test('what the model does not know is said, and loses nothing', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.registered')
  await product(page).getByRole('link', { name: 'Forgot password' }).click()
  await expect(page.getByText('The model doesn’t know this here')).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'password')
})

test('the security key blinks, can be refused, and can be touched', async ({ page }) => {
  await page.goto(
    '/flows/log-in/#walk=open-tenant-link,log-in,email.registered,password.right,choose.security-key',
  )
  const key = page.getByRole('region', { name: 'Security key' })
  await product(page).getByRole('button', { name: 'Use security key' }).click()
  await key.getByRole('button', { name: 'Cancel the browser’s question' }).click()
  await expect(product(page).getByRole('alert')).toContainText('try again')
  await product(page).getByRole('button', { name: 'Use security key' }).click()
  await key.getByRole('button', { name: 'Touch the security key' }).click()
  await expect(product(page).getByRole('heading', { name: 'Name Your Security Key' })).toBeVisible()
})

test('by keyboard alone: from the steps to the end of a flow', async ({ page }) => {
  await page.goto('/flows/activate-account/')
  const doIt = page.getByRole('button', { name: /^Do it for me/ })
  await doIt.focus()
  for (const heading of ['Change Your Password', 'Account Activated']) {
    await expect(async () => {
      await page.keyboard.press('Enter')
      await expect(product(page).getByRole('heading', { name: heading })).toBeVisible({ timeout: 300 })
    }).toPass()
    await doIt.focus()
  }
})
