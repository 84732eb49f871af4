import { packs } from '@doorstep/machines'
import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { type Served, serve } from './serve.ts'

let host: Served
let site = ''

/** A page of another site, under a strict policy, that keeps what the frame says. */
test.beforeAll(async ({ baseURL }) => {
  site = baseURL ?? ''
  const script = `addEventListener('message', ({ data }) => {
    if (data.type === 'doorstep:size') document.querySelector('iframe').style.height = data.height + 'px'
  })`
  host = await serve(
    new Hono()
      .get('/host.js', (c) => c.body(script, 200, { 'content-type': 'text/javascript' }))
      .get('/:flow?', (c) =>
        c.html(
          `<!doctype html><title>Host</title><script src="/host.js"></script>
          <iframe src="${site}/embed/${c.req.param('flow') ?? 'log-in'}/" title="The flow" sandbox="allow-scripts" width="960" height="100"></iframe>`,
          200,
          {
            'content-security-policy': `default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; frame-src ${site}`,
          },
        ),
      ),
  )
})
test.afterAll(() => host.close())

const embedded = (page: Page) => page.frameLocator('iframe')
const count = (page: Page) => embedded(page).locator('.transport output')

test('a flow is walked in a sandboxed frame of another site, from its mail on', async ({ page }) => {
  const problems: string[] = []
  page.on('pageerror', ({ message }) => problems.push(message))
  await page.goto('/')
  await page.goto(host.url)
  const before = await page.evaluate(() => history.length)
  await embedded(page).getByRole('link', { name: 'Netwrix 1Secure tenant link' }).click()
  await expect(count(page)).toHaveText('1 of 1')
  const product = embedded(page).getByRole('region', { name: 'The product' })
  await product.getByRole('button', { name: 'Log In' }).click()
  await expect(product.getByLabel('Email address')).toBeVisible()
  await embedded(page).getByRole('button', { name: 'One moment back' }).click()
  await expect(count(page)).toHaveText('1 of 2')
  await embedded(page).getByRole('button', { name: 'Copy link to this moment' }).click()
  await expect(embedded(page).getByRole('status').filter({ hasText: 'Link copied' })).toBeAttached()
  // The history is the host's.
  expect(await page.evaluate(() => history.length)).toBe(before)
  expect(problems).toEqual([])
  await page.goBack()
  await expect(page).toHaveURL(`${site}/`)
})

for (const { id } of packs.flatMap(({ flows }) => flows))
  test(`${id} is walked there, sizes itself, and tells of no error`, async ({ page }) => {
    const problems: string[] = []
    page.on('pageerror', ({ message }) => problems.push(message))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(new URL(id, host.url).href)
    for (let n = 1; n <= 3; n++) {
      await embedded(page).locator('.do-it').click()
      await expect(count(page)).toHaveText(`${n} of ${n}`)
    }
    await expect(embedded(page).getByRole('radio', { name: 'Live' })).toBeDisabled()
    await expect(embedded(page).locator('.switch')).toHaveAttribute('title', /sandboxed frame/)
    const scrolls = embedded(page).locator('html')
    await expect.poll(() => scrolls.evaluate((root) => root.scrollHeight - root.clientHeight)).toBe(0)
    expect(problems).toEqual([])
  })

test('the link of the mail that the pointer names is in view there', async ({ page }) => {
  for (const height of [100, 500]) {
    await page.goto(new URL('log-in', host.url).href)
    await page
      .locator('iframe')
      .evaluate((frame, height) => frame.setAttribute('height', `${height}`), height)
    await expect(embedded(page).locator('.pointer')).toContainText('Netwrix 1Secure tenant link')
    const link = embedded(page).getByRole('link', { name: 'Netwrix 1Secure tenant link' })
    const isInside = () =>
      link.evaluate((link) => {
        const mail = (link.getRootNode() as ShadowRoot).host.getBoundingClientRect()
        const { top, bottom } = link.getBoundingClientRect()
        return top >= mail.top && bottom <= mail.bottom
      })
    await expect.poll(isInside).toBe(true)
  }
})

test('it says how high it is, and takes a theme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(host.url)
  await expect(embedded(page).locator('.do-it')).toBeEnabled()
  const frame = page.locator('iframe')
  await expect.poll(async () => (await frame.boundingBox())?.height).toBeGreaterThan(500)
  const scrolls = embedded(page).locator('html')
  await expect.poll(() => scrolls.evaluate((root) => root.scrollHeight - root.clientHeight)).toBe(0)
  const background = () =>
    embedded(page)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor)
  const light = await background()
  await page.evaluate(() =>
    document
      .querySelector('iframe')
      ?.contentWindow?.postMessage({ type: 'doorstep:theme', theme: 'dark' }, '*'),
  )
  await expect.poll(background).not.toBe(light)
})

test('oEmbed turns the address of a flow into its frame, and knows no other page', async ({ request }) => {
  const ask = (url: string) => request.get(`/oembed?url=${encodeURIComponent(url)}`)
  const answer = await (await ask(`${site}/flows/log-in/#walk=open-tenant-link`)).json()
  expect(answer).toMatchObject({ version: '1.0', type: 'rich', title: 'Log in' })
  expect(answer.html).toContain(`src="${site}/embed/log-in/#walk=open-tenant-link"`)
  expect((await ask(`${site}/flows/log-in`)).status()).toBe(200)
  for (const url of [`${site}/check/`, `${site}/flows/../../etc/`, 'https://other.example/flows/log-in/', ''])
    expect((await ask(url)).status()).toBe(404)
})

test('all other pages stay out of frames', async ({ request }) => {
  const headersOf = async (path: string) => (await request.get(path)).headers()
  expect((await headersOf('/flows/log-in/'))['x-frame-options']).toBe('DENY')
  expect((await headersOf('/flows/log-in/'))['content-security-policy']).toContain("frame-ancestors 'none'")
  expect((await headersOf('/embed/log-in/'))['x-frame-options']).toBeUndefined()
})
