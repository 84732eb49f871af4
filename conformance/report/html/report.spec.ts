import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { fullResult } from '../fixtures/full-result.ts'
import { renderHtml } from './render-html.tsx'

/** Writes the report with a real picture in it, and opens it as a file. */
async function openReport(page: Page, folder: (name: string) => string): Promise<string> {
  const screenshot = folder('seen.jpg')
  await page.screenshot({ path: screenshot, type: 'jpeg' })
  const file = folder('report.html')
  writeFileSync(file, await renderHtml(fullResult(screenshot), 'http://localhost:4321'))
  const { href } = pathToFileURL(file)
  await page.goto(href)
  return href
}

for (const [width, colorScheme, details] of [
  [360, 'light', {}],
  [360, 'dark', {}],
  [1280, 'light', { tag: '@long' }],
] as const)
  test(
    `the report fits ${width} px and has no axe findings, ${colorScheme}`,
    details,
    async ({ page }, info) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 740 })
      await openReport(page, (name) => info.outputPath(name))
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) details.setAttribute('open', '')
      })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      // Those of a kind look alike: one of each is enough, and axe has to look at every word.
      await page.locator('details').evaluateAll((all) => {
        const seen = new Set<string | undefined>()
        for (const details of all as HTMLDetailsElement[]) {
          details.open = !seen.has(details.dataset.verdict)
          seen.add(details.dataset.verdict)
        }
      })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      )
    },
  )

test('the report asks for nothing but itself, and shows its picture and its typeface', async ({
  page,
}, info) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const href = await openReport(page, (name) => info.outputPath(name))
  const picture = page.getByRole('img', { name: 'What the browser showed' })
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(300)
  expect(await page.evaluate(() => document.fonts.check('16px "Inter Variable"'))).toBe(true)
  expect(asked.filter((url) => !url.startsWith('data:'))).toEqual([href])
})

test('without a script, by keyboard alone, one sees only what failed and opens what passed', async ({
  browser,
}, info) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await openReport(page, (name) => info.outputPath(name))
  const passed = page.locator('details[data-verdict=passed]')
  const failed = page.locator('details[data-verdict=failed]')
  await expect(passed.first()).toBeVisible()

  await page.getByRole('checkbox', { name: /^passed/ }).focus()
  await page.keyboard.press('Space')
  await expect(passed.locator('visible=true')).toHaveCount(0)
  await expect(failed.locator('visible=true')).toHaveCount(await failed.count())
  await page.keyboard.press('Space')

  await passed.first().locator('summary').focus()
  await expect(passed.first()).not.toHaveAttribute('open')
  await page.keyboard.press('Enter')
  await expect(passed.first().getByText('Expected')).toBeVisible()
  await context.close()
})
