import { expect, test } from '@playwright/test'
import { goLive, product } from './testing/live-page.ts'
import { here } from './testing/on-page.ts'

test('the mark waits for the page that the tenant has answered with', async ({ page }) => {
  await goLive(page, 'add-users')
  await product(page).getByRole('link', { name: 'Configuration' }).first().click()
  await expect(here(page)).toHaveAttribute('data-state', 'managedOrganizations')
  await page.getByRole('button', { name: 'Wire', exact: true }).click()
  const messages = page.getByRole('region', { name: 'The wire' }).getByRole('listitem')
  await expect(messages.first()).toBeVisible()
  const before = await messages.count()
  let deliver = () => {}
  const isDelivered = new Promise<void>((resolve) => {
    deliver = resolve
  })
  await page.route('**/configuration/users', async (route) => {
    const response = await route.fetch()
    await isDelivered
    await route.fulfill({ response })
  })
  await product(page).getByRole('link', { name: 'Users', exact: true }).first().click()
  // What the stream tells is on the wire, and the person is still at the page before.
  const state = await page.waitForFunction((before) => {
    const { length } = document.querySelectorAll('.wire-panel li')
    return length > before && document.querySelector('.diagram .state.here')?.getAttribute('data-state')
  }, before)
  expect(await state.jsonValue()).toBe('managedOrganizations')
  deliver()
  await expect(here(page)).toHaveAttribute('data-state', 'users')
})
