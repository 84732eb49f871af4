import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'

const pages = fileURLToPath(new URL('../dist', import.meta.url))

/** Bytes of a file of the built site as it is sent: by Brotli where that is there. */
function sent(path: string): number {
  const file = pages + (path.endsWith('/') ? `${path}index.html` : path)
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size
}

type Kind = 'document' | 'stylesheet' | 'font' | 'script'

/** Keeps the paths of what a page asks for, by kind. */
function listen(page: Page) {
  const asked: Record<Kind, Set<string>> = {
    document: new Set(),
    stylesheet: new Set(),
    font: new Set(),
    script: new Set(),
  }
  page.on('request', (request) => {
    const { protocol, pathname } = new URL(request.url())
    const kind = request.resourceType()
    if (protocol.startsWith('http') && kind in asked) asked[kind as Kind].add(pathname)
  })
  const sizeOf = (...kinds: Kind[]) =>
    kinds.flatMap((kind) => [...asked[kind]]).reduce((sum, path) => sum + sent(path), 0)
  return sizeOf
}

/** Bytes. */
const budgets = { '/': 110_000, '/flows/log-in/': 110_000, '/check/': 110_000 }

for (const [path, budget] of Object.entries(budgets))
  test(`${path} sends what is read, before the browser is idle, within ${budget / 1000} kB`, async ({
    page,
  }) => {
    const sizeOf = listen(page)
    // What comes before the browser is idle: the island waits for that.
    await page.addInitScript(() => Object.assign(window, { requestIdleCallback: () => 0 }))
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
    const size = sizeOf('document', 'stylesheet', 'font')
    expect(size).toBeGreaterThan(10_000)
    expect(size).toBeLessThanOrEqual(budget)
  })

/** What only some walks need comes when it is asked for: the reader of QR codes, and the panel of the wire. */
for (const flow of ['log-in', 'reset-password'])
  test(`model mode walks ${flow} to its goal within 140 kB of scripts, the phone’s included`, async ({
    page,
  }) => {
    const sizeOf = listen(page)
    await page.goto(`/flows/${flow}/`)
    for (let n = 1; (await page.getByText('The goal is reached').count()) === 0; n++) {
      await page.locator('.do-it').click()
      await expect(page.locator('.transport output')).toHaveText(`${n} of ${n}`)
    }
    await page.waitForLoadState('networkidle')
    const size = sizeOf('script')
    expect(size).toBeGreaterThan(50_000)
    expect(size).toBeLessThanOrEqual(140_000)
  })

test('live, the phone’s scripts are there before the first code is asked for, where a flow asks for one', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  const names = () => asked.map((url) => /_astro\/([\w-]+)\./.exec(url)?.[1])
  const isOpen = page.locator('.bench[data-mode="live"] .do-it[aria-disabled="false"]')
  await page.goto('/flows/activate-account/#mode=live')
  await expect(isOpen).toBeVisible()
  await page.waitForTimeout(500)
  expect(names()).not.toContain('scan')
  await page.goto('/flows/log-in/#mode=live')
  await expect.poll(names).toEqual(expect.arrayContaining(['scan', 'authenticator-app']))
  await expect(page.locator('.transport output')).toHaveText('Start')
})

test('on a phone, nothing of a flow page moves while it loads', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.addInitScript(() => {
    const shifts = { sum: 0 }
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        shifts.sum += (entry as PerformanceEntry & { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/flows/log-in/')
  await expect(page.locator('.do-it')).toBeEnabled()
  await page.waitForTimeout(500)
  expect(
    await page.evaluate(() => (window as unknown as { shifts: { sum: number } }).shifts.sum),
  ).toBeLessThan(0.02)
})
