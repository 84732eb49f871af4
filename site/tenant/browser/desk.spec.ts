import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { type CreationOptions, SecurityKey } from '../../../machines/devices/security-key.ts'
import type { DeskMessage, PageMessage } from '../desk-messages.ts'
import { secretOf } from '../testing/authenticator-app.ts'
import { startWorld, type World } from '../testing/start-world.ts'

/** A page that shows the product in a frame, as the site does, and keeps what it is told. */
const DESK_PAGE = `<!doctype html><title>Desk</title><iframe title="product" width="900" height="700"></iframe><script>
  window.told = []
  addEventListener('message', (e) => told.push({ from: e.origin, data: e.data }))
</script>`

async function startDesk() {
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(DESK_PAGE),
  )
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  return { server, origin: `http://localhost:${(server.address() as AddressInfo).port}` }
}

interface Told {
  from: string
  data: PageMessage
}

let desk: Awaited<ReturnType<typeof startDesk>>
let world: World
test.beforeAll(async () => {
  desk = await startDesk()
  world = await startWorld({ deskOrigin: desk.origin })
})
test.afterAll(async () => {
  await world.close()
  desk.server.close()
})

/** The desk with the product in its frame. */
async function open(page: Page, url: string) {
  await page.goto(desk.origin)
  await page.evaluate((src) => document.querySelector('iframe')?.setAttribute('src', src), url)
  const told = () => page.evaluate(() => (window as unknown as { told: Told[] }).told)
  let before = 0
  return {
    frame: page.frameLocator('iframe'),
    /** Waits for the page of a screen. */
    shows: (screen: string) =>
      expect
        .poll(async () => (await told()).map(({ data }) => data).findLast(({ type }) => type === 'page'))
        .toMatchObject({ source: 'doorstep-tenant', screen }),
    async say(message: DeskMessage) {
      before = (await told()).length
      await page.evaluate(
        ([data, origin]) => document.querySelector('iframe')?.contentWindow?.postMessage(data, origin),
        [message, world.url] as const,
      )
    },
    /** What the page told since the desk last said something. */
    async hears<T extends PageMessage['type']>(type: T) {
      const heard = async () => (await told()).slice(before).findLast(({ data }) => data.type === type)
      await expect.poll(async () => (await heard()) !== undefined).toBe(true)
      const last = await heard()
      expect(last?.from).toBe(world.url)
      return last?.data as Extract<PageMessage, { type: T }>
    },
  }
}

test('the desk walks the login by fill and press, reads the picture, and the cookie holds in the frame', async ({
  page,
}) => {
  const { url, email, password = '' } = await world.sandbox({ given: 'activated' })
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

test('the desk’s software key is asked, can refuse, and then lets in', async ({ page }) => {
  const { url, email, password = '' } = await world.sandbox({ given: 'activated' })
  const { frame, shows, say, hears } = await open(page, url)
  await frame.getByRole('button', { name: 'Log In' }).click()
  await frame.getByLabel('Email address').fill(email)
  await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByLabel('Password').fill(password)
  await frame.getByRole('button', { name: 'Continue' }).click()
  await frame.getByRole('button', { name: 'Security Key' }).click()
  await shows('adding-your-security-key')
  await say({ type: 'desk-key', present: true })
  await say({ type: 'press', label: 'Use security key' })
  const first = await hears('key-create')
  expect(first.origin).toBe(world.url)
  await say({ type: 'key-answer', id: first.id, credential: null })
  await expect(frame.getByRole('alert')).toContainText('try again')
  await frame.getByRole('button', { name: 'Use security key' }).click()
  await expect.poll(async () => (await hears('key-create')).id).toBe(first.id + 1)
  const { id, options } = await hears('key-create')
  const key = new SecurityKey()
  const credential = await key.register(options as unknown as CreationOptions, world.url)
  await say({ type: 'key-answer', id, credential: { ...credential } })
  await shows('name-your-security-key')
  await frame.getByLabel('Security key name').fill('Desk drawer')
  await frame.getByRole('button', { name: 'Continue' }).click()
  await shows('dashboard')
})

test('a frame of anybody else stays blank', async ({ page }) => {
  const { url } = await world.sandbox()
  const other = await startDesk()
  await page.goto(other.origin)
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
  expect(await page.evaluate(() => (window as unknown as { told: Told[] }).told)).toEqual([])
  other.server.close()
})
