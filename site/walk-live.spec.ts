import { expect, type Page, test } from '@playwright/test'

const product = (page: Page) => page.frameLocator('iframe[title="The tenant"]')
const here = (page: Page) => page.locator('.diagram .state.here')
const mail = (page: Page) => page.frameLocator('iframe[title="Welcome to Netwrix 1Secure"]').first()

test('an account is activated at the real tenant, its mail read on the desk', async ({ page }) => {
  await page.goto('/flows/activate-account/#mode=live')
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
  await expect(page.getByRole('region', { name: 'The wire' }).getByText('POST').first()).toBeVisible()
})

test('two days pass, the link is dead, a new mail comes', async ({ page }) => {
  await page.goto('/flows/activate-account/#mode=live')
  await expect(page.getByRole('region', { name: 'Mailbox' })).toContainText('1 mail')
  await page.getByRole('button', { name: 'Let two days pass' }).first().click()
  await expect(here(page)).toHaveAttribute('data-state', 'expiredMail')
  await mail(page).getByRole('link', { name: 'Activate my Netwrix account' }).click()
  await product(page).getByRole('button', { name: 'Request a new activation link' }).click()
  await expect(page.getByRole('region', { name: 'Mailbox' })).toContainText('2 mails')
  await expect(here(page)).toHaveAttribute('data-state', 'newLinkSent')
})

test('the phone scans the tenant’s QR code, and its code opens the dashboard', async ({ page }) => {
  await page.goto('/flows/log-in/#mode=live')
  const doIt = page.getByRole('button', { name: /^Do it for me/ })
  for (const state of ['loginPage', 'emailAddress', 'password', 'keepAccountSafe', 'secureAccount']) {
    await doIt.click()
    await expect(here(page)).toHaveAttribute('data-state', state)
  }
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

test('the key on the desk registers and signs for real', async ({ page }) => {
  await page.goto('/flows/log-in/#mode=live')
  const doIt = page.getByRole('button', { name: /^Do it for me/ })
  for (const state of ['loginPage', 'emailAddress', 'password', 'keepAccountSafe']) {
    await doIt.click()
    await expect(here(page)).toHaveAttribute('data-state', state)
  }
  const key = page.getByRole('region', { name: 'Security key' })
  const touch = async () => {
    await product(page).getByRole('button', { name: 'Use security key' }).click()
    await key.getByRole('button', { name: 'Touch the security key' }).click()
  }
  await product(page).getByRole('button', { name: 'Security Key' }).click()
  await touch()
  await product(page).getByLabel('Security key name').fill('Desk key')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')

  for (const state of ['loginPage', 'emailAddress', 'password', 'verifyByKey']) {
    await doIt.click()
    await expect(here(page)).toHaveAttribute('data-state', state)
  }
  await touch()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
})

test('a reload goes on where the sandbox is', async ({ page }) => {
  await page.goto('/flows/log-in/#mode=live')
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  await page.reload()
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
})

/** Lets everything be done that leads on, until the flow stands at `state`. */
async function doUntil(page: Page, state: string) {
  const doIt = page.getByRole('button', { name: /^Do it for me/ })
  await expect(async () => {
    if ((await here(page).getAttribute('data-state')) === state) return
    await doIt.click({ timeout: 2_000 })
    await expect(here(page)).toHaveAttribute('data-state', state, { timeout: 1_500 })
  }).toPass()
}

test('a password is reset by mail, and the phone is still asked for', async ({ page }) => {
  await page.goto('/flows/reset-password/#mode=live')
  await doUntil(page, 'passwordChanged')
  await doUntil(page, 'verifyByCode')
  await doUntil(page, 'dashboard')
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
})

test('an Administrator adds a user, whose invitation lies in the mailbox', async ({ page }) => {
  await page.goto('/flows/add-users/#mode=live')
  await doUntil(page, 'pending')
  await expect(product(page).getByText('Pending Verification').first()).toBeVisible()
  await expect(page.getByRole('region', { name: 'Mailbox' })).toContainText('2 mails')
})

test('SSO is configured for the bundled provider, whose document is really fetched', async ({ page }) => {
  await page.goto('/flows/configure-sso-oidc/#mode=live')
  await doUntil(page, 'configured')
  await expect(product(page).getByText('OpenID Connect').first()).toBeVisible()
})

test('a provider that misbehaves is chosen on the desk, and its settings are refused', async ({ page }) => {
  await page.goto('/flows/configure-sso-oidc/#mode=live')
  const provider = page.getByRole('region', { name: 'Identity provider' })
  await provider.getByLabel('What it does wrong').selectOption('discovery-issuer-mismatch')
  await expect(provider.getByRole('status')).toContainText('A good client: Compares the two and stops.')
  await doUntil(page, 'filled')
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  await expect(product(page).getByRole('alert').filter({ hasText: 'issuer' })).toBeVisible()
})
