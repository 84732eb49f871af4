import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { type CreationOptions, SecurityKey } from '../../../machines/devices/security-key.ts'
import { type Served, serve } from '../../serve.ts'
import type { PageMessage, SiteMessage } from '../frame-messages.ts'
import { secretOf } from '../testing/authenticator-app.ts'
import { startTestTenant, type TestTenant } from '../testing/start-test-tenant.ts'

/** A page that shows the product in a frame, as the site does, and keeps the messages it receives. */
const SITE_PAGE = `<!doctype html><title>Site</title><iframe title="product" width="900" height="700"></iframe><script>
  window.messages = []
  addEventListener('message', (e) => messages.push({ from: e.origin, data: e.data }))
</script>`

const startSite = () => serve(new Hono().get('/', (c) => c.html(SITE_PAGE)))

interface Message {
  from: string
  data: PageMessage
}

let site: Served
let testTenant: TestTenant
test.beforeAll(async () => {
  site = await startSite()
  testTenant = await startTestTenant({ siteOrigin: site.url })
})
test.afterAll(async () => {
  await testTenant.close()
  await site.close()
})

/** The site with the product in its frame. */
async function open(page: Page, url: string) {
  await page.goto(site.url)
  await page.evaluate((src) => document.querySelector('iframe')?.setAttribute('src', src), url)
  const messages = () => page.evaluate(() => (window as unknown as { messages: Message[] }).messages)
  let before = 0
  return {
    frame: page.frameLocator('iframe'),
    /** Waits for the page of a screen. */
    shows: (screen: string) =>
      expect
        .poll(async () => (await messages()).map(({ data }) => data).findLast(({ type }) => type === 'page'))
        .toMatchObject({ source: 'doorstep-tenant', screen }),
    async say(message: SiteMessage) {
      before = (await messages()).length
      await page.evaluate(
        ([data, origin]) => document.querySelector('iframe')?.contentWindow?.postMessage(data, origin),
        [message, testTenant.url] as const,
      )
    },
    /** What the page sent since the site last said something. */
    async hears<T extends PageMessage['type']>(type: T) {
      const heard = async () => (await messages()).slice(before).findLast(({ data }) => data.type === type)
      await expect.poll(async () => (await heard()) !== undefined).toBe(true)
      const last = await heard()
      expect(last?.from).toBe(testTenant.url)
      return last?.data as Extract<PageMessage, { type: T }>
    },
  }
}

test('the site walks the login by fill and press, reads the picture, and the cookie holds in the frame', async ({
  page,
}) => {
  const { url, email, password = '' } = await testTenant.sandbox({ given: 'activated' })
  const { frame, shows, say, hears } = await open(page, url)
  await shows('login-page')
  await say({ type: 'press', label: 'Log In' })
  await shows('email-address')
  await say({ type: 'fill', fields: { 'Email address': email, nowhere: 'x' } })
  expect((await hears('done')).missing).toEqual(['nowhere'])
  await say({ type: 'press', label: 'Continue' })
  await shows('enter-your-password')
  await say({ type: 'fill', fields: { password } })
  await say({ type: 'press', label: 'Continue' })
  await shows('keep-your-account-safe')
  await say({ type: 'press', label: 'Google Authenticator or Similar' })
  await shows('secure-your-account')
  await say({ type: 'read-qr' })
  const { picture } = await hears('qr')
  expect(secretOf(`<img alt="QR code" src="${picture}">`)).toMatch(/^[A-Z2-7]{32}$/)
  await expect(frame.getByRole('heading', { name: 'Secure Your Account' })).toBeVisible()
})

test('the site’s software key is asked, can refuse, and then lets in', async ({ page }) => {
  const { url, email, password = '' } = await testTenant.sandbox({ given: 'activated' })
  const { frame, shows, say, hears } = await open(page, url)
  await frame.getByRole('button', { name: 'Log In' }).click()
  await frame.getByLabel('Email address').fill(email)
  await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByLabel('Password').fill(password)
  await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByRole('button', { name: 'Security Key' }).click()
  await shows('adding-your-security-key')
  // Asked before the site has said whose key it is: the question waits.
  const asked = page.waitForResponse(/options$/)
  await say({ type: 'press', label: 'Use security key' })
  await asked
  await say({ type: 'site-key', present: true })
  const first = await hears('key-create')
  expect(first.origin).toBe(testTenant.url)
  await say({ type: 'key-answer', id: first.id, credential: null })
  await expect(frame.getByRole('alert')).toContainText('try again')
  await frame.getByRole('button', { name: 'Use security key' }).click()
  await expect.poll(async () => (await hears('key-create')).id).toBe(first.id + 1)
  const { id, options } = await hears('key-create')
  const key = new SecurityKey()
  const credential = await key.register(options as unknown as CreationOptions, testTenant.url)
  await say({ type: 'key-answer', id, credential: { ...credential } })
  await shows('name-your-security-key')
  await frame.getByLabel('Security key name').fill('Desk drawer')
  await frame.getByRole('button', { name: 'Continue' }).click()
  await shows('dashboard')
})

test('the site hears each field that is filled in, before the form is sent', async ({ page }) => {
  const { url, email } = await testTenant.sandbox({ given: 'activated' })
  const { frame, shows, say, hears } = await open(page, `${url}/log-in/email`)
  await shows('email-address')
  await frame.getByLabel('Email address').fill('someone')
  await frame.getByLabel('Email address').blur()
  const typed = {
    source: 'doorstep-tenant',
    type: 'typed',
    screen: 'email-address',
    field: 'Email address',
    leaves: false,
  }
  expect(await hears('typed')).toEqual({ ...typed, value: 'someone' })
  await say({ type: 'fill', fields: { 'Email address': email } })
  expect(await hears('typed')).toEqual({ ...typed, value: email })
  await say({ type: 'fill', fields: { 'Email address': 'no address' } })
  await say({ type: 'press', label: 'Continue' })
  await expect(frame.getByRole('alert')).toContainText('email address')
})

test('the site hears which option of a list is chosen', async ({ page }) => {
  const { url, signInUrl = '' } = await testTenant.sandbox({ given: 'administrator' })
  const { frame, shows, hears } = await open(page, signInUrl)
  await shows('dashboard')
  await page.evaluate(
    (src) => document.querySelector('iframe')?.setAttribute('src', src),
    `${url}/configuration/users/new`,
  )
  await shows('add-users')
  await frame.getByLabel('Role').selectOption('Editor')
  expect(await hears('typed')).toMatchObject({ screen: 'add-users', field: 'Role', value: 'Editor' })
})

test('only the site receives what is typed, even if the page could be framed', async ({ page }) => {
  const { url } = await testTenant.sandbox()
  const other = await startSite()
  await page.route(`${url}/**`, async (route) => {
    const framed = { ...route.request().headers(), 'sec-fetch-dest': 'iframe' }
    const response = await route.fetch({ headers: framed })
    const { 'content-security-policy': _, ...headers } = response.headers()
    await route.fulfill({ response, headers })
  })
  const received = async (origin: string) => {
    await page.goto(origin)
    await page.evaluate(
      (src) => document.querySelector('iframe')?.setAttribute('src', src),
      `${url}/log-in/email`,
    )
    const field = page.frameLocator('iframe').getByLabel('Email address')
    await field.fill('someone')
    await field.blur()
    // Messages arrive in order: after this one, every other has come, too.
    await field.evaluate(() => window.parent.postMessage({ type: 'end' }, '*'))
    const all = () => page.evaluate(() => (window as unknown as { messages: Message[] }).messages)
    await expect.poll(async () => (await all()).map(({ data }) => data.type)).toContain('end')
    return (await all()).map(({ data }) => data.type)
  }
  expect(await received(site.url)).toEqual(['page', 'typed', 'end'])
  expect(await received(other.url)).toEqual(['end'])
  await other.close()
})

test('a frame of any other site stays blank', async ({ page }) => {
  const { url } = await testTenant.sandbox()
  const other = await startSite()
  await page.goto(other.url)
  await page.evaluate(
    (src) =>
      new Promise((resolve) => {
        const frame = document.querySelector('iframe')
        frame?.addEventListener('load', resolve, { once: true })
        frame?.setAttribute('src', src)
      }),
    url,
  )
  await expect(page.frameLocator('iframe').getByText('Netwrix 1Secure')).toHaveCount(0)
  expect(await page.evaluate(() => (window as unknown as { messages: Message[] }).messages)).toEqual([])
  await other.close()
})

test('a refusal is in view at once in a low frame, and the site around it does not scroll', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1000, height: 600 })
  const { control } = await testTenant.sandbox({ given: 'invited' })
  const { frame, shows } = await open(page, await control.link('Activate my Netwrix account'))
  await page.evaluate(() => {
    document.body.style.padding = '300px 0'
    Object.assign(document.querySelector('iframe') ?? {}, { width: 600, height: 230 })
  })
  await shows('change-your-password')
  await frame.getByLabel('New password', { exact: true }).fill('eleven quiet windows')
  await frame.getByLabel('Re-enter new password').fill('eleven quiet doors')
  await page.evaluate(() => scrollTo(0, 0))
  await frame
    .getByLabel('Re-enter new password')
    .evaluate((field: HTMLInputElement) => field.form?.requestSubmit())
  await expect(frame.getByRole('alert').filter({ hasText: 'match' })).toBeInViewport({ ratio: 0.95 })
  expect(await page.evaluate(() => scrollY)).toBe(0)
})
