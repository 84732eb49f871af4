import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { flows } from '../machines/index.ts'

const pages = ['/', '/flows/', '/check/', '/no-such-page/', ...flows.map(({ id }) => `/flows/${id}/`)]

for (const address of pages) {
  for (const colorScheme of ['light', 'dark'] as const)
    test(`${address} has no axe findings, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(address)
      const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
    })

  test(`${address} fits a width of 360 px`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(address)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
}

test('a flow page is the documentation with its diagram where there is no JavaScript', async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/flows/log-in/')
  await expect(page.locator('.procedure > ol > li')).toHaveCount(5)
  await expect(page.getByRole('img', { name: 'State diagram of Log in' })).toBeVisible()
  await context.close()
})

test('a page carries no framework before the simulator is touched', async ({ page }) => {
  let scripts = 0
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') scripts += (await response.body()).length
  })
  await page.goto('/flows/log-in/', { waitUntil: 'networkidle' })
  expect(scripts).toBeLessThan(20_000)
})
