import { expect, type Page, test } from '@playwright/test'

const product = (page: Page) => page.frameLocator('iframe[title="The tenant"]')
const here = (page: Page) => page.locator('.diagram .state.here')

/** The mail that is open; until somebody listens to its links, nothing in it can be pressed. */
const mail = (page: Page) =>
  page.locator('iframe[title="Welcome to Netwrix 1Secure"]:not([inert])').first().contentFrame()

/** Opens a flow at the live tenant; until the wire is there, the page still shows the model. */
async function goLive(page: Page, flow: string) {
  await page.goto(`/flows/${flow}/#mode=live`)
  await expect(page.getByRole('region', { name: 'The wire' })).toBeVisible()
}

/** Lets everything be done that leads on, until the flow stands at `state`. */
async function doUntil(page: Page, state: string) {
  const doIt = page.getByRole('button', { name: /^Do it for me/ })
  await expect(async () => {
    const before = (await here(page).getAttribute('data-state')) ?? ''
    if (before === state) return
    await doIt.click({ timeout: 10_000 })
    await expect(here(page)).not.toHaveAttribute('data-state', before, { timeout: 10_000 })
    await expect(here(page)).toHaveAttribute('data-state', state, { timeout: 200 })
  }).toPass()
}

test('an account is activated at the real tenant, its mail read on the desk', async ({ page }) => {
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
  await expect(page.getByRole('region', { name: 'The wire' }).getByText('POST').first()).toBeVisible()
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

test('the key on the desk registers and signs for real', async ({ page }) => {
  await goLive(page, 'log-in')
  await doUntil(page, 'keepAccountSafe')
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

  await doUntil(page, 'verifyByKey')
  await touch()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
})

test('a reload goes on where the sandbox is', async ({ page }) => {
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

test('SSO is configured for the bundled provider, whose document is really fetched', async ({ page }) => {
  await goLive(page, 'configure-sso-oidc')
  await doUntil(page, 'configured')
  await expect(product(page).getByText('OpenID Connect').first()).toBeVisible()
})

test('a provider that misbehaves is chosen on the desk, and its settings are refused', async ({ page }) => {
  await goLive(page, 'configure-sso-oidc')
  const provider = page.getByRole('region', { name: 'Identity provider' })
  await provider.getByLabel('What it does wrong').selectOption('discovery-issuer-mismatch')
  await expect(provider.getByRole('status')).toContainText('A good client: Compares the two and stops.')
  await doUntil(page, 'filled')
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  await expect(product(page).getByRole('alert').filter({ hasText: 'issuer' })).toBeVisible()
})

test('a user signs in at the provider, in the frame, and the machine follows', async ({ page }) => {
  await goLive(page, 'log-in-sso')
  await doUntil(page, 'providerLogin')
  const account = page.getByRole('region', { name: 'Identity provider' })
  const [name = '', password = ''] = await account.locator('code').allTextContents()
  const wrong = async (password: string) => {
    await product(page).getByLabel('Password', { exact: true }).fill(password)
    await product(page).getByRole('button', { name: 'Sign in' }).click()
  }
  await expect(product(page).getByText(name)).toBeVisible()
  await wrong('not the password')
  await expect(product(page).getByRole('alert')).toContainText('password')
  await expect(page.getByRole('status').filter({ hasText: 'Turned away' })).toBeVisible()
  await wrong(password)
  await product(page).getByRole('button', { name: 'Yes' }).click()
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
  const wire = page.getByRole('region', { name: 'The wire' })
  await wire.getByText('ID token').click()
  await expect(wire.locator('pre').last()).toContainText(name)
})

test('whoever is signed in at the provider is asked for nothing', async ({ page }) => {
  await page.goto('/flows/log-in-sso/#mode=live&given=signed-in')
  await expect(product(page).getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await doUntil(page, 'dashboard')
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
})

test('a provider that misbehaves lets nobody in, and says on the desk why', async ({ page }) => {
  await goLive(page, 'log-in-sso')
  await doUntil(page, 'providerLogin')
  const provider = page.getByRole('region', { name: 'Identity provider' })
  await provider.getByLabel('What it does wrong').selectOption('nonce-invalid')
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  await expect(product(page).getByRole('alert').filter({ hasText: 'nobody was logged in' })).toBeVisible()
})

test('an app is registered in the admin center, and its secret is shown once', async ({ page }) => {
  await goLive(page, 'register-entra-app')
  await doUntil(page, 'appRegistrations')
  await doUntil(page, 'filled')
  await doUntil(page, 'overview')
  await doUntil(page, 'secretShown')
  await expect(product(page).getByText('Copy the value')).toBeVisible()
  await doUntil(page, 'secretHidden')
})

test('a step is gone to: the nearest given is arranged, the rest is done for the reader', async ({
  page,
}) => {
  await goLive(page, 'configure-sso-oidc')
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

test('the journey: what was registered in the admin center is what single sign-on uses', async ({ page }) => {
  await goLive(page, 'onboarding')
  const happened = page.locator('.happened')
  const doIt = (name: string) => page.getByRole('button', { name }).first().click()
  for (const name of [
    'Activate the account',
    'Log in and set up a second factor',
    'Register the app in Entra, without a redirect address',
    'Configure SSO with the client ID of the app',
    'Add a user',
    'The added user logs in by SSO',
  ]) {
    await doIt(name)
    await expect(happened).toContainText(name, { timeout: 40_000 })
  }
  await expect(product(page).getByRole('alert')).toContainText('AADSTS50011')
  await doIt('Add the redirect address to the app')
  await expect(happened).toContainText('Add the redirect address', { timeout: 40_000 })
  await doIt('The added user logs in by SSO')
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible({
    timeout: 40_000,
  })
  await expect(here(page)).toHaveAttribute('data-state', 'userSignedIn')
})
