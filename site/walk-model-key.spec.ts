import { expect, type Page, test } from '@playwright/test'
import { product } from './testing/by-hand.ts'
import { count, happened } from './testing/on-page.ts'

const toKey = 'given=security-key&walk=open-tenant-link,log-in,email.registered,password.right'
const key = (page: Page) => page.getByRole('region', { name: 'Security key' })
const isAsked = (page: Page) => key(page).getByText('The browser asks for your key')

test('the browser’s question for the key is over once its page was left, also for somebody who comes back', async ({
  page,
}) => {
  await page.goto(`/flows/log-in/#${toKey}`)
  await product(page).getByRole('button', { name: 'Use security key' }).click()
  await key(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(count(page)).toHaveText('5 of 5')
  await product(page).getByRole('button', { name: 'Use security key' }).click()
  await expect(isAsked(page)).toBeVisible()
  await page.goBack()
  await expect(isAsked(page)).toBeHidden()
  await page.goForward()
  await expect(count(page)).toHaveText('5 of 5')
  await expect(isAsked(page)).toBeHidden()
})

test('a key that is asked for is in view below the mails, and on a phone the way to it calls', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 720 })
  await page.goto(`/flows/log-in/#${toKey}`)
  await product(page).getByRole('button', { name: 'Use security key' }).click()
  await expect(key(page).getByRole('button', { name: 'Cancel' })).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: 'Touch the key' }).click()
  await key(page).getByRole('button', { name: 'Touch the security key' }).click()
  await expect(happened(page)).toContainText('Use the security key and touch it')
})

test('a box that nobody has ticked is nothing that was typed', async ({ page }) => {
  await page.goto(`/flows/log-in/#${toKey}`)
  await product(page).getByRole('button', { name: 'Try another method' }).click()
  await expect(happened(page)).toContainText('what happens after “Try another method”.')
})
