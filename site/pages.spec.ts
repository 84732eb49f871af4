import AxeBuilder from '@axe-core/playwright'
import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import { groups } from './docs/pages.ts'

const [first] = packs
const flows = (first?.flows ?? []).map(({ id }) => `/flows/${id}/`)
const docs = groups.flatMap(({ pages }) => pages.map(({ href }) => href))
const pages = ['/', '/flows/', '/check/', '/glossary/', '/no-such-page/', ...docs, ...flows]

/** Pages of one group are made of the same parts: every run of `npm test` looks at the first of each. */
const alike = [flows, ...groups.map(({ pages }) => pages.map(({ href }) => href))].flatMap((group) =>
  group.slice(1),
)
const details = (address: string) => ({ tag: alike.includes(address) ? '@long' : [] })

for (const address of pages)
  test(
    `${address} has no axe findings, light and dark, and fits a width of 360 px`,
    details(address),
    async ({ page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' })
      await page.goto(address)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
        const findings = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        )
        expect(findings, colorScheme).toEqual([])
      }
      await page.setViewportSize({ width: 360, height: 740 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    },
  )

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
  await expect(page.locator('.no-script')).toBeInViewport({ ratio: 1 })
  await expect(page.getByText('In the invitation mail, follow the')).toBeVisible()
  await expect(page.getByRole('img', { name: 'State diagram of Log in' })).toBeVisible()
  // On a phone the steps are open, and the line that heads them closes and opens them.
  await page.setViewportSize({ width: 390, height: 844 })
  const first = page.getByText('In the invitation mail, follow the')
  for (const isOpen of [true, false, true]) {
    await expect(first).toBeVisible({ visible: isOpen })
    await expect(page.locator('.documentation')).toHaveJSProperty('open', isOpen)
    await page.locator('.documentation summary').click()
  }
  await context.close()
})

test('what is below a flow is below its simulator, from the first paint on', async ({ page }) => {
  await page.goto('/flows/log-in/')
  const top = async (selector: string) => (await page.locator(selector).boundingBox())?.y ?? 0
  expect(await top('.flow-page > .below')).toBeGreaterThan(await top('.flow-page .transport'))
})

/** Bytes of scripts as they travel, compressed. */
function weigh(page: Page) {
  const sizes: Promise<number>[] = []
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script') sizes.push(request.sizes().then((size) => size.responseBodySize))
  })
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

test('a flow loads its simulator when the browser is idle, of at most 140 kB', async ({ page }) => {
  const weight = weigh(page)
  await page.goto('/flows/log-in/')
  await expect.poll(weight).toBeGreaterThan(50_000)
  await page.getByRole('button', { name: /^Do it for me/ }).click()
  await expect(
    page.getByRole('region', { name: 'The product' }).getByRole('button', { name: 'Log In' }),
  ).toBeVisible()
  expect(await weight()).toBeLessThan(140_000)
})

for (const [width, height] of [
  [1440, 900],
  [1280, 720],
  [1920, 1080],
  [390, 844],
  [720, 450],
] as const)
  test(`transport is in view and stays where it is, and nothing shifts, at ${width}×${height}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height })
    await page.addInitScript(() => {
      const shifts = new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[])
          if (!entry.hadRecentInput) document.documentElement.dataset.shift = String(shift() + entry.value)
      })
      const shift = () => Number(document.documentElement?.dataset.shift ?? 0)
      shifts.observe({ type: 'layout-shift', buffered: true })
    })
    await page.goto('/flows/log-in/', { waitUntil: 'networkidle' })
    const doIt = page.locator('.do-it')
    const top = async () => (await doIt.boundingBox())?.y
    const first = await top()
    // A press that waits for the page to answer moves things later than a browser takes for an answer to it.
    await expect(page.locator('astro-island[ssr]')).toHaveCount(0)
    for (const label of [/tenant link/, /Log In/, /registered address/, /right password/]) {
      await expect(doIt).toContainText(label)
      await expect(doIt).toBeInViewport({ ratio: 0.9 })
      expect(await top()).toBe(first)
      await doIt.click()
    }
    expect(await page.evaluate(() => Number(document.documentElement.dataset.shift ?? 0))).toBeLessThan(0.02)
    await expect(page.getByRole('main')).toHaveCount(1)
  })

test('the mail that the first step speaks of shows its link, outlined', async ({ page }) => {
  await page.goto('/flows/log-in/')
  const link = page.frameLocator('.mail iframe').getByRole('link', { name: 'Netwrix 1Secure tenant link' })
  await expect(link).toHaveCSS('outline-style', 'solid')
  await expect(link).toBeInViewport()
})

test('the header shows every link on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/docs/')
  for (const link of await page.getByRole('navigation', { name: 'Main' }).getByRole('link').all())
    await expect(link).toBeInViewport({ ratio: 0.99 })
})

for (const [what, flow, act] of [
  [
    'a click by a script',
    'log-in/',
    (page: Page) => page.locator('.do-it').evaluate((one: HTMLElement) => one.click()),
  ],
  ['a key', 'log-in/', (page: Page) => page.keyboard.press('ArrowRight')],
  [
    'an address',
    'reset-password/',
    async (page: Page) => {
      const bar = page.getByRole('combobox', { name: 'Address' })
      await bar.fill('larkspur.1secure.example/login-page')
      await bar.press('Enter')
    },
  ],
  [
    'the first step of an address that names the live tenant',
    'log-in/#mode=live',
    (page: Page) => page.locator('.do-it').evaluate((one: HTMLElement) => one.click()),
  ],
] as const)
  test(`the first touch does what was touched: ${what}`, async ({ page }) => {
    // The island comes late, so that what is done is done before it can answer.
    await page.route(/_astro.*[.]js/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400))
      await route.continue()
    })
    await page.goto(`/flows/${flow}`, { waitUntil: 'commit' })
    await page.locator('.do-it').waitFor()
    await page.waitForLoadState('domcontentloaded')
    await act(page)
    await expect(page.locator('.transport output')).toHaveText('1 of 1')
  })

test('a touch at the moment the page answers is meant for the moment that the address names', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const press = () => document.querySelector<HTMLElement>('.do-it')?.click()
    addEventListener('island-ready', () => queueMicrotask(press), { once: true })
  })
  await page.goto('/flows/log-in/#walk=open-tenant-link')
  await expect(page.locator('.transport output')).toHaveText('2 of 2')
  await expect(page.locator('.happened')).toContainText('Click Log In')
})

test('a reload is drawn as the server drew it, though the tab has kept an enrolled app', async ({ page }) => {
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  const code = page.getByRole('region', { name: 'Authenticator app' }).locator('.code')
  await page.goto('/flows/reset-password/')
  await expect(code).toHaveText(/^\d{3} \d{3}$/)
  await page.reload()
  await expect(code).toHaveText(/^\d{3} \d{3}$/)
  expect(problems).toEqual([])
})
