import AxeBuilder from '@axe-core/playwright'
import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'

const [first] = packs
const flows = (first?.flows ?? []).map(({ id }) => `/flows/${id}/`)
const pages = ['/', '/flows/', '/check/', '/no-such-page/', ...flows]

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

test('every pack is listed with all of its flows', async ({ page }) => {
  await page.goto('/flows/')
  for (const { title, flows } of packs) {
    const pack = page.getByRole('region', { name: title })
    await expect(pack.getByRole('link')).toHaveCount(flows.length)
  }
})

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

/** Bytes of scripts as they travel, compressed. */
function weigh(page: Page) {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize))
  })
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

test('a page carries no framework before the simulator is touched, and at most 120 kB with it', async ({
  page,
}) => {
  const weight = weigh(page)
  await page.goto('/flows/log-in/', { waitUntil: 'networkidle' })
  expect(await weight()).toBeLessThan(5_000)
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  await expect(
    page.getByRole('region', { name: 'The product' }).getByRole('button', { name: 'Log In' }),
  ).toBeVisible()
  expect(await weight()).toBeGreaterThan(50_000)
  expect(await weight()).toBeLessThan(120_000)
})
