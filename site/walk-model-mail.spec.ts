import { expect, type Page, test } from '@playwright/test'
import { product } from './testing/by-hand.ts'
import { choice, happened } from './testing/on-page.ts'

const mailbox = (page: Page) => page.getByRole('region', { name: 'Mailbox' })
const listed = (page: Page) => mailbox(page).locator('.mails').getByRole('button')
const link = (page: Page) =>
  mailbox(page)
    .locator('iframe:not([inert])')
    .contentFrame()
    .getByRole('link', { name: 'password reset link' })

/** The address in the mail that is listed there, the newest first. */
async function addressIn(page: Page, n: number) {
  await listed(page).nth(n).click()
  await expect(listed(page).nth(n)).toHaveAttribute('aria-pressed', 'true')
  return (await link(page).getAttribute('href')) ?? ''
}

test.beforeEach(async ({ page }) => {
  const walk = 'open-login-page,log-in,email.registered,forgot-password,reset-email.registered'
  await page.goto(`/flows/reset-password/#walk=${walk}`)
  await choice(page, 'Send the mail again').click()
  await expect(listed(page)).toHaveCount(2)
})

test('a mail that was sent again has another link, on the wire too', async ({ page }) => {
  const newer = await addressIn(page, 0)
  const older = await addressIn(page, 1)
  expect(newer).toMatch(/\/reset\/[\w-]{43}$/)
  expect(older).toMatch(/\/reset\/[\w-]{43}$/)
  expect(newer).not.toBe(older)
  await page.getByRole('button', { name: 'Wire', exact: true }).click()
  const mails = page.getByRole('list', { name: /^Messages/ }).getByRole('button', { name: 'Mail:' })
  await expect(mails).toHaveCount(2)
  await page.getByLabel('Show secrets').check()
  for (const [n, address] of [older, newer].entries()) {
    await mails.nth(n).click()
    await expect(page.locator('.wire-links')).toContainText(address)
    await page.keyboard.press('Escape')
  }
})

test('the link of the older mail is refused, and the one of the newer mail is good', async ({ page }) => {
  await addressIn(page, 1)
  await link(page).click()
  await expect(product(page).getByRole('heading', { level: 1 })).toHaveText('Invalid Link')
  await expect(happened(page)).toContainText('the newest one only')
  await page.goBack()
  await addressIn(page, 0)
  await link(page).click()
  await expect(product(page).getByRole('heading', { level: 1 })).toHaveText('Change Your Password')
})
