import { expect, test } from '@playwright/test'
import { doUntil, goLive, mail, product } from './testing/live-page.ts'
import { here, openMore } from './testing/on-page.ts'

test('an account is activated at the real tenant, its mail read in the mailbox', async ({ page }) => {
  await goLive(page, 'activate-account')
  await mail(page).getByRole('link', { name: 'Activate my Netwrix account' }).click()
  await product(page).getByLabel('New password', { exact: true }).fill('eleven quiet windows')
  await product(page).getByLabel('Re-enter new password').fill('eleven quiet doors')
  await product(page).getByRole('button', { name: 'Reset Password' }).click()
  await expect(product(page).getByRole('alert').filter({ hasText: 'match' })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'changePassword.blank')

  await product(page).getByLabel('New password', { exact: true }).fill('eleven quiet windows')
  await product(page).getByLabel('Re-enter new password').fill('eleven quiet windows')
  await product(page).getByRole('button', { name: 'Reset Password' }).click()
  await expect(product(page).getByRole('heading', { name: 'Account Activated' })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'activated')
})

test('two days pass, the link is dead, a new mail comes', async ({ page }) => {
  await goLive(page, 'activate-account')
  await expect(page.getByRole('region', { name: 'Mailbox' })).toContainText('1 mail')
  await page.getByRole('button', { name: 'Let two days pass' }).first().click()
  await expect(here(page)).toHaveAttribute('data-state', 'expiredMail')
  await mail(page).getByRole('link', { name: 'Activate my Netwrix account' }).click()
  await product(page).getByRole('button', { name: 'Request a new activation link' }).click()
  await expect(page.getByRole('region', { name: 'Mailbox' })).toContainText('2 mails')
  await expect(here(page)).toHaveAttribute('data-state', 'newLinkSent')
})

test('the phone scans the tenant’s QR code, and its code opens the dashboard', async ({ page }) => {
  await goLive(page, 'log-in')
  await doUntil(page, 'secureAccount')
  const phone = page.getByRole('region', { name: 'Authenticator app' })
  await phone.getByRole('button', { name: 'Scan the QR code' }).click()
  await expect(phone.locator('.code')).toHaveText(/^\d{3} \d{3}$/)
  await product(page)
    .getByLabel('Enter one time code')
    .fill((await phone.locator('.code').textContent())?.replace(' ', '') ?? '')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
})

test('the security key registers and signs for real', async ({ page }) => {
  await goLive(page, 'log-in')
  await doUntil(page, 'keepAccountSafe')
  const key = page.getByRole('region', { name: 'Security key' })
  const touch = async () => {
    await product(page).getByRole('button', { name: 'Use security key' }).click()
    await key.getByRole('button', { name: 'Touch the security key' }).click()
  }
  await product(page).getByRole('button', { name: 'Security Key' }).click()
  await touch()
  await product(page).getByLabel('Security key name').fill('Blue key')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')

  await product(page).getByRole('button', { name: 'Log out' }).click()
  await doUntil(page, 'verifyByKey')
  await touch()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
})

test('a reload continues where the sandbox is', async ({ page }) => {
  await goLive(page, 'log-in')
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  await page.reload()
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
})

test('a password is reset by mail, and the phone is still asked for', async ({ page }) => {
  await goLive(page, 'reset-password')
  await doUntil(page, 'passwordChanged')
  await doUntil(page, 'verifyByCode')
  await doUntil(page, 'dashboard')
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
})

test('an Administrator adds a user, whose invitation lies in the mailbox', async ({ page }) => {
  await goLive(page, 'add-users')
  await doUntil(page, 'pending')
  await expect(product(page).getByText('Pending Verification').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Mailbox' })).toContainText('2 mails')
})

test('a step is gone to: the nearest given is arranged, the rest is done for the reader', async ({
  page,
}) => {
  await goLive(page, 'configure-sso-oidc')
  await openMore(page)
  await page.getByLabel('Go to').selectOption('step 6')
  await expect(here(page)).toHaveAttribute('data-state', 'named', {
    timeout: 30_000,
  })
  await expect(page.locator('[data-steps]')).toHaveText(/Step 6/)
})

test('an address opens its moment at the live tenant', async ({ page }) => {
  await page.goto('/flows/log-in/#mode=live&walk=open-tenant-link,log-in,email.registered,password.wrong')
  await expect(product(page).getByRole('alert')).toBeVisible({ timeout: 30_000 })
  await expect(here(page)).toHaveAttribute('data-state', 'password')
})

test('a live page is as wide as on a computer, and a screen that was done for the reader is read from its heading', async ({
  page,
}) => {
  await goLive(page, 'log-in')
  await doUntil(page, 'loginPage')
  const doIt = page.getByRole('button', { name: /^Do it for me/ })
  await expect(doIt).toBeEnabled({ timeout: 30_000 })
  await doIt.focus()
  await page.keyboard.press('Enter')
  const heading = product(page).getByRole('heading', { level: 1 })
  await expect(heading).toBeFocused()
  await expect(page.locator('.transport output')).toHaveText('2 of 2')
  expect(
    await product(page)
      .locator('body')
      .evaluate((body) => (body as HTMLElement).offsetWidth),
  ).toBe(800)
})
