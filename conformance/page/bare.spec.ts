import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../site/serve.ts'
import { Settling } from './settle.ts'

const PATIENCE = 10_000

/** A page of which a script draws everything; what it thinks about first takes longer than an answer usually does. */
const drawnLate = (inner: string) =>
  `<!doctype html><title>App</title><noscript>Turn scripts on</noscript><div id="root">${inner}</div>
  <script>setTimeout(() => { document.getElementById('root').innerHTML = '<h1>Log in</h1>' }, 900)</script>`

const script = '<script>window.ready = true</script>'
const ownElement = `<own-page></own-page><script>
  customElements.define('own-page', class extends HTMLElement {
    connectedCallback() { this.attachShadow({ mode: 'open' }).innerHTML = '<h1>Log in</h1>' }
  })</script>`

const app = new Hono()
  .get('/late', (c) => c.html(drawnLate('')))
  .get('/turning', (c) => c.html(drawnLate('<svg role="img" width="20" height="20"></svg>')))
  .get('/empty', (c) => c.html(`<div id="root"></div>${script}`))
  .get('/blank', (c) => c.html(''))
  .get('/own-element', (c) => c.html(ownElement))
  .get('/field', (c) => c.html(`<input>${script}`))
  .get('/text', (c) => c.html(`<p>Hello</p>${script}`))

let site: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  site = await serve(app)
})
test.afterAll(() => site.close())

/** How long a page takes to be at rest, in milliseconds, once it has loaded. */
async function restOf(page: Page, path: string): Promise<number> {
  const settling = new Settling(page)
  await page.goto(`${site.url}${path}`)
  const began = performance.now()
  await settling.settled(PATIENCE)
  return performance.now() - began
}

for (const path of ['/late', '/turning'])
  test(`a page that a script has yet to draw is not at rest: ${path}`, async ({ page }) => {
    await restOf(page, path)
    expect(await page.locator('h1').allTextContents()).toEqual(['Log in'])
  })

test('a page that stays empty is waited for once, and not for all of the patience', async ({ page }) => {
  expect(await restOf(page, '/empty')).toBeLessThan(PATIENCE / 2)
  expect(await restOf(page, '/empty?again')).toBeLessThan(500)
})

for (const path of ['/blank', '/own-element', '/field', '/text'])
  test(`nothing is waited for where a page has all that it will have: ${path}`, async ({ page }) => {
    expect(await restOf(page, path)).toBeLessThan(500)
  })
