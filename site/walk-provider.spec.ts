import { expect, test } from '@playwright/test'
import { doUntil, goLive, product } from './testing/live-page.ts'
import { here } from './testing/on-page.ts'

test('SSO is configured for the bundled provider, whose document is really fetched', async ({ page }) => {
  await goLive(page, 'configure-sso-oidc')
  await doUntil(page, 'configured')
  await expect(product(page).getByText('OpenID Connect').first()).toBeVisible()
})

test('a provider that misbehaves is chosen, and its settings are refused', async ({ page }) => {
  await goLive(page, 'configure-sso-oidc')
  const provider = page.getByRole('region', { name: 'Identity provider' })
  await provider.getByLabel('Fault').selectOption('discovery-issuer-mismatch')
  await expect(provider.getByRole('status')).toContainText('A good client: Compares the two and stops.')
  await doUntil(page, 'named')
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  // What was typed is the address of a document that names another issuer, and the tracker says so.
  await expect(here(page)).toHaveAttribute('data-state', 'otherIssuer')
  await product(page).getByRole('button', { name: 'Save' }).click()
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
  await expect(page.getByRole('status').filter({ hasText: 'Refused.' })).toBeVisible()
  await wrong(password)
  await product(page).getByRole('button', { name: 'Yes' }).click()
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'dashboard')
})

test('a person who is signed in at the provider is asked for nothing', async ({ page }) => {
  await page.goto('/flows/log-in-sso/#mode=live&given=signed-in')
  await expect(product(page).getByRole('heading', { name: 'You are signed in' })).toBeVisible()
  await doUntil(page, 'dashboard')
  await expect(product(page).getByRole('heading', { name: 'Dashboard', level: 1 })).toBeVisible()
})

test('a provider that misbehaves lets no one in, and the page says why', async ({ page }) => {
  await goLive(page, 'log-in-sso')
  await doUntil(page, 'providerLogin')
  const provider = page.getByRole('region', { name: 'Identity provider' })
  await provider.getByLabel('Fault').selectOption('nonce-invalid')
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  await expect(product(page).getByRole('alert').filter({ hasText: 'no one was logged in' })).toBeVisible()
  await expect(provider.getByRole('status')).toContainText('A good client: Compares the two, and refuses.')
  await expect(provider.getByRole('status')).toContainText('This product: says “')
})

test('an app is registered in the admin center, and its secret is shown once', async ({ page }) => {
  await goLive(page, 'register-entra-app')
  await doUntil(page, 'appRegistrations')
  await doUntil(page, 'filled')
  await doUntil(page, 'overview')
  await doUntil(page, 'secretShown')
  await expect(product(page).getByText('Copy the value')).toBeVisible()
  // The documentation ends there. What it leaves out is seen by hand.
  await expect(page.getByText('This procedure is complete.')).toBeVisible()
  await product(page).getByRole('link', { name: 'Overview' }).first().click()
  await product(page).getByRole('link', { name: 'Certificates & secrets' }).first().click()
  await expect(here(page)).toHaveAttribute('data-state', 'secretHidden')
})

test('the journey: what was registered in the admin center is what single sign-on uses', {
  tag: '@long',
}, async ({ page }) => {
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
