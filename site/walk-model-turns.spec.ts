import { expect, test } from '@playwright/test'
import { product } from './testing/by-hand.ts'
import { choice, happened, here } from './testing/on-page.ts'

test('wrong turns are refused in the product’s words, and say where they come from', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.registered')
  await product(page).getByLabel('Password').fill('a guess')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(product(page).getByRole('alert')).toHaveText('Wrong email or password')
  await expect(page.getByText('Refused.')).toBeVisible()
  await choice(page, 'Enter a wrong password ten times').click()
  await expect(product(page).getByRole('alert')).toContainText('blocked')
})

test('what the model does not know is said, and loses nothing', async ({ page }) => {
  await page.goto('/flows/log-in/#walk=open-tenant-link,log-in,email.registered')
  await product(page).getByRole('link', { name: 'Forgot password' }).click()
  const said = happened(page)
  await expect(said).toHaveText('“Forgot password” is no step of “Log in”. It is part of “Reset a password”.')
  await expect(here(page)).toHaveAttribute('data-state', 'password')
  await product(page).getByLabel('Password').fill('   ')
  await product(page).getByRole('link', { name: 'Edit' }).click()
  await product(page).getByLabel('Email address').fill('no address')
  await product(page).getByRole('button', { name: 'Continue' }).click()
  await expect(said).toHaveText(
    'The documentation doesn’t say what happens after “Continue” with what was typed.',
  )
  await expect(here(page)).toHaveAttribute('data-state', 'emailAddress')
})

test('the security key blinks, can be refused, and can be touched', async ({ page }) => {
  await page.goto(
    '/flows/log-in/#walk=open-tenant-link,log-in,email.registered,password.right,choose.security-key',
  )
  const key = page.getByRole('region', { name: 'Security key' })
  await product(page).getByRole('button', { name: 'Use security key' }).click()
  await key.getByRole('button', { name: 'Cancel the browser’s prompt' }).click()
  await expect(product(page).getByRole('alert')).toContainText('try again')
  await product(page).getByRole('button', { name: 'Use security key' }).click()
  await key.getByRole('button', { name: 'Touch the security key' }).click()
  await expect(product(page).getByRole('heading', { name: 'Name Your Security Key' })).toBeVisible()
})

test('a moment has an address, and time goes back and forward', async ({ page }) => {
  await page.goto('/flows/activate-account/#walk=two-days-pass,open-activation.button,request-new-link&at=1')
  await expect(here(page)).toHaveAttribute('data-state', 'expiredMail')
  await page.getByRole('button', { name: 'One moment forward' }).click()
  await expect(product(page).getByRole('heading', { name: 'Link Expired' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#walk=two-days-pass,open-activation.button,request-new-link&at=2')
  await page.getByRole('button', { name: 'Back to the beginning' }).click()
  await choice(page, 'Click the link in the mail').click()
  expect(new URL(page.url()).hash).toBe('#walk=open-activation.link')
  await page.reload()
  await expect(here(page)).toHaveAttribute('data-state', 'changePassword.blank')
})
