import { expect, test } from '@playwright/test'
import { doUntil, goLive, mail, product } from './testing/live-page.ts'
import { doIt, happened, here } from './testing/on-page.ts'

test('where the walk begins with an address and nothing is open, the address can be opened and typed', async ({
  page,
}) => {
  await goLive(page, 'reset-password')
  await expect(doIt(page)).toBeEnabled({ timeout: 30_000 })
  await expect(page.getByRole('combobox', { name: 'Address' })).toBeVisible()
  await page.getByRole('region', { name: 'The product' }).getByRole('button', { name: /^http/ }).click()
  await expect(product(page).getByRole('button', { name: 'Log In' })).toBeVisible()
  await expect(here(page)).toHaveAttribute('data-state', 'loginPage')
  await expect(happened(page)).toContainText('Step 1')
})

test('of a screen that nothing known has led to, no event is claimed', async ({ page }) => {
  await goLive(page, 'reset-password')
  await doUntil(page, 'forgotPassword')
  // The mailbox has the invitation, whose link was used: the flow knows that screen from its own mails alone.
  await mail(page).getByRole('link', { name: 'Activate my Netwrix account' }).click()
  await expect(product(page).getByRole('heading', { name: 'Invalid Link' })).toBeVisible()
  await expect(page.getByText('You left the documented path')).toBeVisible()
  await expect(happened(page)).toHaveText('“Invalid Link” is shown.')
  await page.reload()
  await expect(product(page).getByRole('heading', { name: 'Invalid Link' })).toBeVisible()
  await expect(happened(page)).toHaveText('“Invalid Link” is shown.')
})
