import { expect, type Page, test } from '@playwright/test'
import { count, doIt, openMore } from './testing/on-page.ts'

const wide = { width: 1440, height: 900 }
const low = { width: 1280, height: 720 }
const phone = { width: 390, height: 844 }
/** The height of a line of a choice with what is around it, in pixels. */
const NAME = 28
const settings = (page: Page) => page.locator('.mode')

/** Whether all of an element is drawn within its own box. */
const isWhole = (element: Element) =>
  element.scrollWidth <= element.clientWidth && element.scrollHeight <= element.clientHeight

for (const size of [wide, low, phone])
  test(`the settings are one row at ${size.width} × ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size)
    await page.goto('/flows/log-in/')
    await expect(settings(page)).toHaveJSProperty('clientHeight', 48)
    expect(await settings(page).evaluate(isWhole)).toBe(true)
  })

for (const size of [wide, low])
  test(`what a walk begins with can be read at ${size.width} × ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size)
    for (const flow of ['log-in', 'log-in-sso', 'configure-sso-entra']) {
      await page.goto(`/flows/${flow}/`)
      const begin = settings(page).locator(':scope > .begin')
      const list = begin.getByLabel('Begin with')
      for (const option of await list.getByRole('option').allTextContents()) {
        await list.selectOption(option)
        await expect(begin.locator('.chosen')).toHaveText(option)
        expect(await begin.locator('.chosen').evaluate(isWhole), option).toBe(true)
        expect((await begin.boundingBox())?.height).toBeLessThanOrEqual(48)
      }
    }
  })

for (const size of [wide, low])
  test(`what else could happen is above the fold at ${size.width} × ${size.height}`, async ({ page }) => {
    await page.setViewportSize(size)
    await page.goto('/flows/log-in/')
    let seen = 0
    // At the goal, what comes next is said first.
    for (let n = 1; n < 6; n++) {
      await doIt(page).click()
      await expect(count(page)).toHaveText(`${n} of ${n}`)
      const [first] = await page.locator('.branches button').all()
      const box = await first?.boundingBox()
      if (!box) continue
      seen += 1
      // On a low screen what it is named by; where it comes from may be below.
      const shown = size === low ? NAME : box.height
      expect(box.y + shown, `moment ${n}`).toBeLessThanOrEqual(size.height)
    }
    expect(seen).toBeGreaterThan(3)
  })

test('on a phone, the link to the moment is copied, and another beginning and step are chosen', async ({
  page,
}) => {
  await page.setViewportSize(phone)
  await page.goto('/flows/log-in/')
  await openMore(page)
  const copy = page.getByRole('button', { name: 'Copy link to this moment' })
  await copy.click()
  await expect(copy).toContainText('Link copied')
  const menu = page.locator('.more')
  await menu.getByLabel('Begin with').selectOption('The account has a security key enrolled')
  await expect(menu).toBeHidden()
  await expect(page).toHaveURL(/given=security-key/)
  await openMore(page)
  await menu.getByLabel('Go to').selectOption('step 3')
  await expect(menu).toBeHidden()
  await expect(count(page)).toHaveText('2 of 2')
})
