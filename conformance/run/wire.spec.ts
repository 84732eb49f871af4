import { serve } from '@hono/node-server'
import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { Wire } from './wire.ts'

const page = `<!doctype html><img src="/picture"><form method="post" action="/log-in">
<input name="email" value="ada@x.example"><input name="password" value="the-secret"><button>Log In</button></form>`

const app = new Hono()
  .get('/', (c) => c.html(page))
  .post('/log-in', (c) => c.redirect('/verify/aB3dE5gH7jK9mN1pQ3?code=the-secret', 303))
  .get('/verify/:token', (c) => c.html('<h1>Verify</h1>'))
  .post('/api', (c) => c.json({}, 422))
  .get('/silent', () => new Promise<Response>(() => {}))

test('tells each request of a step, its answer and the names of its fields, and nothing that is secret', async ({
  browser,
  page,
}) => {
  const server = serve({ fetch: app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const origin = `http://localhost:${typeof address === 'object' && address ? address.port : ''}`
  try {
    const wire = new Wire(page.context())
    await page.goto(origin)
    expect((await wire.take()).map(({ url }) => url)).toEqual([`${origin}/`])
    await page.getByRole('button', { name: 'Log In' }).click()
    await expect(page.getByRole('heading')).toHaveText('Verify')
    await page.evaluate(async () => {
      const body = JSON.stringify({ otp: 'the-secret' })
      await fetch('/api', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
      void fetch('/silent')
      void fetch('http://localhost:1/dead').catch(() => undefined)
    })
    await page.waitForEvent('requestfailed')

    const taken = await wire.take()
    const took = expect.any(Number)
    expect(taken).toEqual([
      {
        method: 'POST',
        url: `${origin}/log-in`,
        status: 303,
        type: 'document',
        took,
        fields: ['email', 'password'],
      },
      { method: 'GET', url: `${origin}/verify/…?code=…`, status: 200, type: 'document', took },
      { method: 'POST', url: `${origin}/api`, status: 422, type: 'fetch', took, fields: ['otp'] },
      { method: 'GET', url: `${origin}/silent`, status: undefined, type: 'fetch' },
      {
        method: 'GET',
        url: 'http://localhost:1/dead',
        status: undefined,
        type: 'fetch',
        failure: expect.stringMatching(/ERR_/),
      },
    ])
    expect(JSON.stringify(taken)).not.toMatch(/secret|ada/)
    expect(await wire.take()).toEqual([])

    const elsewhere = () => browser.newContext().then((context) => context.newPage())
    await (await elsewhere()).goto(`${origin}/?other`)
    expect((await wire.take()).map(({ url }) => url)).toEqual([`${origin}/?other=`])
    wire.close()
    await (await elsewhere()).goto(origin)
    expect(await wire.take()).toEqual([])
  } finally {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  }
})
