import { expect, test } from '@playwright/test'
import { goLive, mail, product } from './testing/live-page.ts'
import { count, happened } from './testing/on-page.ts'

test('live, the journey says where one is within the procedure that is walked, and keeps it over a reload', async ({
  page,
}) => {
  await goLive(page, 'onboarding')
  await mail(page).getByRole('link', { name: 'Activate my Netwrix account' }).click()
  await expect(happened(page)).toContainText('Step 1 of 4 of “Activate an account”')
  await expect(count(page)).toHaveText('Start')
  for (const field of ['New password', 'Re-enter new password'])
    await product(page).getByLabel(field, { exact: true }).fill('nobody else has this one')
  await expect(happened(page)).toContainText('Step 2 of 4 of “Activate an account”')
  await product(page).getByRole('button', { name: 'Reset Password' }).click()
  await expect(count(page)).toHaveText('1 of 1')
  await mail(page).getByRole('link', { name: 'Netwrix 1Secure tenant link' }).click()
  await product(page).getByRole('button', { name: 'Log In' }).click()
  await expect(happened(page)).toContainText('Step 2 of 5 of “Log in”')
  await page.reload()
  await expect(happened(page)).toContainText('Step 2 of 5 of “Log in”')
  await page.goBack()
  await expect(happened(page)).toContainText('“Netwrix 1Secure” is shown, a page of “Log in”.')
})
