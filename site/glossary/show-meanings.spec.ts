import { expect, type Locator, type Page, test } from '@playwright/test'
import { axeFindings } from '../testing/axe-findings.ts'

const meaning = (page: Page) => page.getByRole('tooltip')

/** Opens a flow with its steps in view, and answers the words in them that have a meaning. */
async function openTerms(page: Page, flow: string): Promise<Locator[]> {
  await page.goto(`/flows/${flow}/`)
  const steps = page.locator('.documentation')
  if ((await steps.getAttribute('open')) === null) await steps.locator('summary').click()
  const terms = await page.locator('.term').all()
  expect(terms.length).toBeGreaterThan(0)
  return terms
}

async function expectWhole(page: Page, term: Locator) {
  await expect(meaning(page)).toHaveText((await term.getAttribute('data-means')) ?? 'a meaning')
  await expect(term).toHaveAccessibleDescription(/\S/)
  const { x = -1, y = -1, width = 0, height = 0 } = (await meaning(page).boundingBox()) ?? {}
  const view = page.viewportSize() ?? { width: 0, height: 0 }
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(view.width)
  expect(y).toBeGreaterThanOrEqual(0)
  expect(y + height).toBeLessThanOrEqual(view.height)
}

test.describe('by touch, 360 px wide', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, colorScheme: 'dark' })

  for (const flow of ['log-in', 'onboarding'])
    test(`${flow}: a tap opens what a word means, whole; a tap elsewhere closes it`, async ({ page }) => {
      for (const term of await openTerms(page, flow)) {
        await term.evaluate((element) => element.scrollIntoView({ block: 'center' }))
        await term.tap()
        await expectWhole(page, term)
        const { x = 0, y = 0 } = (await term.boundingBox()) ?? {}
        await page.touchscreen.tap(x > 100 ? 4 : 356, y)
        await expect(meaning(page)).toBeHidden()
      }
    })

  test('a tap on it closes it, and the words below can be tapped', async ({ page }) => {
    const [first, second] = (await openTerms(page, 'log-in')) as [Locator, Locator]
    await first.tap()
    await meaning(page).tap()
    await expect(meaning(page)).toBeHidden()
    await second.tap()
    await expectWhole(page, second)
  })
})

test('by keyboard: focus opens it, Escape closes it and keeps the focus, Tab goes on', async ({ page }) => {
  for (const term of await openTerms(page, 'log-in')) {
    await term.focus()
    await expectWhole(page, term)
    const tooWide = page
      .locator('.documentation .scrolls')
      .evaluate((column) => column.scrollWidth - column.clientWidth)
    expect(await tooWide).toBe(0)
    await page.keyboard.press('Escape')
    await expect(meaning(page)).toBeHidden()
    await expect(term).toBeFocused()
  }
  const [first] = (await openTerms(page, 'log-in')) as [Locator]
  await first.focus()
  await expect(meaning(page)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(first).not.toHaveAttribute('aria-describedby')
})

test('what is shown has no axe findings', async ({ page }) => {
  const [first] = (await openTerms(page, 'log-in')) as [Locator]
  await first.focus()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectWhole(page, first)
    expect(await axeFindings(page)).toEqual([])
  }
})

test('by mouse: it stays while the mouse is on the word or on it, and goes when it leaves', async ({
  page,
}) => {
  const [first] = (await openTerms(page, 'log-in')) as [Locator]
  await first.hover()
  await expectWhole(page, first)
  await meaning(page).hover()
  await expect(meaning(page)).toBeVisible()
  await page.mouse.move(700, 700)
  await expect(meaning(page)).toBeHidden()
})
