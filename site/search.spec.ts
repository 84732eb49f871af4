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

test.describe('on a phone in the dark', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' })

  test('it opens by a tap, nothing is cut off, arrows lead through it, and closing gives the focus back', async ({
    page,
  }) => {
    await page.goto('/flows/')
    const button = page.getByRole('button', { name: 'Search' })
    await button.tap()
    const box = dialog(page).getByRole('searchbox')
    await expect(box).toBeFocused()
    const placeholderFits = box.evaluate((input: HTMLInputElement) => {
      const { font } = getComputedStyle(input)
      const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
      pen.font = font
      // The browser keeps room for the button that empties the field.
      return pen.measureText(input.placeholder).width < input.clientWidth - 48
    })
    expect(await placeholderFits).toBe(true)
    await box.fill('nonce')
    const results = dialog(page).getByRole('link')
    await expect(results.first()).toContainText('nonce')
    const cut = () =>
      dialog(page)
        .locator('li :is(strong, .where)')
        .evaluateAll((texts) =>
          texts
            .filter(
              (text) => text.scrollWidth > text.clientWidth || text.scrollHeight > text.clientHeight + 1,
            )
            .map(({ textContent }) => textContent),
        )
    expect(await cut()).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await expect(results.nth(1)).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    await expect(box).toBeFocused()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await expect(button).toBeFocused()
    await button.tap()
    await results.first().tap()
    await expect(page).toHaveURL(/\/glossary\/#nonce$/)
  })
})
