import { packs } from '@doorstep/machines'
import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../../site/serve.ts'
import type { Deployment } from './deployment.ts'
import { openDeployment } from './open.ts'

test('what has no API is clicked through in a new browser, whose cookies and storage the person then has', async ({
  browser,
  context,
}) => {
  const app = new Hono().get('/', (c) =>
    c.html('<h1>In</h1>', 200, { 'set-cookie': 'session=of-the-arrangement; Path=/; HttpOnly' }),
  )
  const { url, close } = await serve(app)
  const deployment: Deployment = {
    name: 'Ours',
    async givens({ page, sameSession, url }) {
      const own = await page()
      await own.goto(url)
      await own.evaluate(() => {
        localStorage.setItem('token', 'of-the-browser')
        sessionStorage.setItem('token', 'of-the-tab')
      })
      return { email: 'ada@example.com', dashboard: url, signIn: await sameSession(own) }
    },
  }
  const before = browser.contexts().length
  const target = openDeployment(deployment, { file: '', path: '', cache: '', url, data: null }, packs)
  const arranged = await target.arrange('add-users', 'administrator', browser)
  expect(browser.contexts()).toHaveLength(before)
  expect(await context.cookies()).toEqual([])
  await arranged.signIn?.(context)
  expect(await context.cookies(url)).toMatchObject([{ name: 'session', value: 'of-the-arrangement' }])
  const [tab] = context.pages()
  await tab?.goto(url)
  const stored = await tab?.evaluate(() => [localStorage.getItem('token'), sessionStorage.getItem('token')])
  expect(stored).toEqual(['of-the-browser', 'of-the-tab'])
  expect(await tab?.textContent('h1')).toBe('In')
  await close()
})

test('an API is asked as the browser of a page: with its cookies, and from the deployment’s own origin', async ({
  browser,
}) => {
  const seen: object[] = []
  const app = new Hono().all('*', (c) => {
    const { path: url, method } = c.req
    const { cookie, origin } = c.req.header()
    seen.push({ url, method, cookie, origin })
    return c.json({ ok: true }, url === '/no' ? 403 : 200, { 'set-cookie': 'session=1; Path=/' })
  })
  const { url, close } = await serve(app)
  const answers: unknown[] = []
  const deployment: Deployment = {
    name: 'Ours',
    protectedPage: { path: '/home' },
    async givens({ ask, page }) {
      const as = await page()
      answers.push(await ask('/log-in', { as, body: { email: 'ada@example.com' } }), await ask('/me', { as }))
      await expect(ask('/no', { as })).rejects.toThrow('GET /no was answered with 403: {"ok":true}')
      return { email: 'ada@example.com' }
    },
  }
  const target = openDeployment(deployment, { file: '', path: '', cache: '', url, data: null }, packs)
  await target.arrange('log-in', 'activated', browser)
  expect(answers).toEqual([{ ok: true }, { ok: true }])
  expect(seen.slice(0, 2)).toEqual([
    { url: '/log-in', method: 'POST', cookie: undefined, origin: url },
    { url: '/me', method: 'GET', cookie: 'session=1', origin: url },
  ])
  await close()
})

test('a security key that was touched in a page is plugged in for the person', async ({ browser }) => {
  const app = new Hono().get('/', (c) =>
    c.html(`<button>Touch</button><script>
      document.querySelector('button').onclick = () => navigator.credentials.create({ publicKey: {
        challenge: new Uint8Array(16), rp: { name: 'Ours' }, user: { id: new Uint8Array([1]), name: 'a', displayName: 'a' },
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
      } }).then(({ id }) => { document.title = id })
    </script>`),
  )
  const { url, close } = await serve(app)
  let id = ''
  const deployment: Deployment = {
    name: 'Ours',
    async givens({ page, plugInKey, url }) {
      const own = await page()
      const credential = await plugInKey(own)
      await expect(credential()).rejects.toThrow('was not registered')
      await own.goto(url)
      await own.getByRole('button').click()
      await own.waitForFunction(() => document.title !== '')
      id = await own.title()
      return { email: 'ada@example.com', dashboard: url, securityKey: await credential() }
    },
  }
  const target = openDeployment(deployment, { file: '', path: '', cache: '', url, data: null }, packs)
  const { account } = await target.arrange('log-in', 'security-key', browser)
  expect(account.securityKey).toMatchObject({ rpId: 'localhost', signCount: expect.any(Number) })
  expect(Buffer.from(account.securityKey?.credentialId ?? '', 'base64').toString('base64url')).toBe(id)
  expect(account.securityKey?.privateKey).toBeTruthy()
  await close()
})
