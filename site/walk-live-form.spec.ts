import { expect, type Page, test } from '@playwright/test'
import { product } from './testing/live-page.ts'
import { go, switchToLive, walk } from './testing/live-walk.ts'
import { count, doIt, here } from './testing/on-page.ts'

const states = ['dashboard', 'managedOrganizations', 'myOrganization', 'pane', 'blank', 'named', 'filled']
const left = (page: Page) => page.getByText('You left the documented path')

/** The pane of a method, with all that the flow types into it, loaded again. */
async function reloadedPane(page: Page) {
  await switchToLive(page, 'configure-sso-oidc')
  await walk(page, 6)
  const address = product(page).getByLabel('Discovery url')
  const typed = await address.inputValue()
  await page.reload()
  await expect(address).toHaveValue(typed, { timeout: 20_000 })
  await expect(doIt(page)).toBeEnabled({ timeout: 20_000 })
}

test('a reload of a form that is filled in loses nothing, and leaves no path', async ({ page }) => {
  await reloadedPane(page)
  await expect(product(page).getByLabel('Client ID')).not.toHaveValue('')
  await expect(here(page)).toHaveAttribute('data-state', 'filled')
  await expect(count(page)).toHaveText('6 of 6')
  await expect(left(page)).toBeHidden()
  await doIt(page).click()
  await expect(here(page)).toHaveAttribute('data-state', 'configured')
})

test('a form that was refused and loaded again still holds what it held', async ({ page }) => {
  await switchToLive(page, 'add-users')
  await walk(page, 3)
  const addresses = product(page).getByLabel('Email addresses')
  await addresses.fill('no address')
  await product(page).getByRole('button', { name: 'Add' }).click()
  await expect(product(page).getByRole('alert').first()).toBeVisible()
  await page.reload()
  await expect(addresses).toHaveValue('no address', { timeout: 20_000 })
  await expect(left(page)).toBeHidden()
})

test('after a reload in a pane, each Back shows the moment before', async ({ page }) => {
  await reloadedPane(page)
  for (let at = 5; at >= 0; at -= 1) {
    await go(page, -1)
    await expect(here(page)).toHaveAttribute('data-state', states[at] ?? '')
    await expect(left(page)).toBeHidden()
  }
  await expect(product(page).getByRole('heading', { name: 'Dashboard' })).toBeVisible()
})
