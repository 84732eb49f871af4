import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' })

test('a message is found by the key, and leads to its moment; Back returns', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('/')
  await dialog(page).getByRole('searchbox').fill('wrong email or password')
  const first = dialog(page).getByRole('link').first()
  await expect(first).toContainText('Message')
  await expect(first).toContainText('Log in · Enter a wrong password')
  await page.keyboard.press('ArrowDown')
  await expect(first).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/flows\/log-in\/#walk=.*password\.wrong$/)
  await expect(page.getByRole('region', { name: 'The product' }).getByRole('alert')).toHaveText(
    'Wrong email or password',
  )
  await page.goBack()
  await expect(page).toHaveURL(/\/$/)
})

test('on the page of the flow itself it moves the walk, and Enter takes the first result', async ({
  page,
}) => {
  await page.goto('/flows/log-in/')
  await page.getByRole('button', { name: 'Search' }).click()
  await dialog(page).getByRole('searchbox').fill('keep your account safe')
  await expect(dialog(page).getByRole('link').first()).toContainText('Screen')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(page.locator('.diagram .state.here')).toHaveAttribute('data-state', 'keepAccountSafe')
})

test('nothing found is said, a slash in a field is text, and a word leads to the glossary', async ({
  page,
}) => {
  await page.goto('/flows/')
  await page.keyboard.press('/')
  const box = dialog(page).getByRole('searchbox')
  await box.fill('zebra')
  await expect(dialog(page).getByRole('status')).toHaveText('0 results')
  await box.pressSequentially('/')
  await expect(box).toHaveValue('zebra/')
  await box.fill('nonce')
  await expect(dialog(page).getByRole('link', { name: /^Term nonce/ })).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
})

test('the documentation is found by its sections', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'Search' }).click()
  await dialog(page).getByRole('searchbox').fill('baselines shards')
  await dialog(page).getByRole('link', { name: /^Docs/ }).first().click()
  await expect(page).toHaveURL(/\/docs\/pipeline\/#baselines-shards-and-exit-codes$/)
})
