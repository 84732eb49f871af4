import { expect, test } from '@playwright/test'
import { codeOnPhone, product } from './testing/by-hand.ts'
import { choice, happened, here } from './testing/on-page.ts'

test('what a person types is what the product shows', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in')
  await product(page).getByLabel('Email address').fill('someone.else@example.com')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(product(page).getByText('someone.else@example.com')).toBeVisible()

  await page.goto('/flows/add-users/#walk=open-configuration,open-users,add-users')
  await product(page).getByLabel('Email addresses').fill('new.person@example.com')
  await product(page).getByLabel('Role').selectOption('Editor')
  await product(page).getByRole('button', { name: 'Add', exact: true }).click()
  await expect(
    product(page).getByRole('row', { name: /new\.person@example\.com.* Editor.* Pending/ }),
  ).toBeVisible()
})

test('a password that was chosen on the way opens the account, and the one before does not', async ({
  page,
}) => {
  const walked =
    'open-login-page,log-in,email.registered,forgot-password,reset-email.registered,open-reset-link'
  await page.goto(`/flows/reset-password/#walk=${walked}`)
  await product(page).getByLabel('New password', { exact: true }).fill('nobody else has this one')
  await product(page).getByLabel('Re-enter new password').fill('nobody else has this one')
  await product(page).getByRole('button', { name: 'Reset Password' }).click()
  await product(page).getByRole('link', { name: 'Log in to 1Secure' }).click()
  await product(page).getByRole('button', { name: 'Log In' }).click()
  await product(page).getByRole('button', { name: 'Continue' }).click()
  const enter = async (password: string) => {
    await product(page).getByLabel('Password').fill(password)
    await product(page).getByRole('button', { name: 'Continue' }).click()
  }
  await enter('nine loud doors shut')
  await expect(product(page).getByRole('alert')).toHaveText('Wrong email or password')
  await enter('nobody else has this one')
  await expect(product(page).getByRole('heading', { name: 'Verify Your Identity' })).toBeVisible()
})

test('the clock moves while a form is half filled in', async ({ page }) => {
  await page.goto('/flows/activate-account/#walk=open-activation.button')
  await product(page).getByLabel('New password', { exact: true }).fill('eleven quiet windows')
  await product(page).getByLabel('Re-enter new password').fill('eleven quiet windows')
  const clock = page.getByRole('region', { name: 'Clock' })
  await product(page).getByLabel('Re-enter new password').blur()
  await expect(here(page)).toHaveAttribute('data-state', 'changePassword.ready')
  await clock.getByRole('button', { name: 'Let two days pass' }).click()
  await expect(clock).toContainText('2 days later')
  await expect(product(page).getByLabel('Re-enter new password')).toHaveValue('eleven quiet windows')
  await product(page).getByRole('button', { name: 'Reset Password' }).click()
  await expect(product(page).getByRole('heading', { name: 'Link Expired' })).toBeVisible()
  await product(page).getByRole('button', { name: 'Request a new activation link' }).click()
  await expect(page.getByRole('region', { name: 'Mailbox' })).toContainText('2 mails')
})

test('a code is good once', async ({ page }) => {
  await page.goto(
    '/flows/log-in/#given=authenticator-app&walk=open-tenant-link,log-in,email.registered,password.right',
  )
  const code = await codeOnPhone(page)
  const enter = async () => {
    await product(page).getByLabel('Enter one time code').fill(code)
    await product(page).getByRole('button', { name: 'Continue' }).click()
  }
  await enter()
  for (const name of [/Log out/, /Click Log In/, /the registered address/, /right password/])
    await choice(page, name).last().click()
  await enter()
  await expect(happened(page)).toContainText('Enter the code that was used before. Refused.')
})

test('an address is opened by typing it', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link')
  const bar = product(page).getByRole('combobox', { name: 'Address' })
  await expect(bar).toHaveValue('larkspur.1secure.example/login-page')
  await bar.fill('https://larkspur.1secure.example/dashboard')
  await bar.press('Enter')
  await expect(happened(page)).toContainText('Open the dashboard by its address. Refused.')
  // It led back to the page that was shown: so says the bar.
  await expect(bar).toHaveValue('larkspur.1secure.example/login-page')
  await bar.fill('larkspur.1secure.example/attic')
  await bar.press('Enter')
  await expect(page.getByText('The model doesn’t know the address')).toBeVisible()
})

test('what was chosen in a list for a person stays chosen when they fill in the rest by hand', async ({
  page,
}) => {
  const walked =
    'sign-in,open-app-registrations,new-registration,name,account-types.this-directory,platform.web'
  await page.goto(`/flows/register-entra-app/#walk=${walked}`)
  const types = product(page).getByLabel('Supported account types')
  const chosen = await types.inputValue()
  await product(page).getByLabel('Redirect URI (optional)').fill('https://elsewhere.example/callback')
  await product(page).getByLabel('Redirect URI (optional)').blur()
  await expect(here(page)).toHaveAttribute('data-state', 'filledOtherwise')
  await expect(types).toHaveValue(chosen)
  await product(page).getByRole('button', { name: 'Register' }).click()
  await expect(here(page)).toHaveAttribute('data-state', 'overviewWithOtherRedirect')
})
