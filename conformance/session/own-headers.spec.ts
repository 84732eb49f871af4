import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { streamText } from 'hono/streaming'
import { serve } from '../../site/serve.ts'
import { sessionAt } from './testing/session-at.ts'
import { noteTokenHeaders } from './token-headers.ts'

const TICKET = 'a-ticket-from-after-the-password'
const app = new Hono()
  .get('/api', (c) => c.json({}))
  .get('/feed', (c) =>
    streamText(c, async (stream) => {
      c.header('content-type', 'application/json')
      await stream.write('[')
      await stream.sleep(60_000)
    }),
  )
  .get('/ticket', (c) => c.json({ next: 'code', ticket: TICKET }))
  .get('*', (c) => c.html('<h1>An app</h1>'))
const TOKEN = 'a-token-of-the-person'
const sent = { authorization: `Bearer ${TOKEN}` }

let site: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  site = await serve(app)
})
test.afterAll(() => site.close())

async function personAt(page: Page) {
  const session = await sessionAt(page, '', {}, { url: site.url, dashboard: `${site.url}/home` })
  await session.page.goto(site.url)
  return session
}

const ask = (page: Page) =>
  page.evaluate((headers) => fetch('/api', { headers }).then(({ status }) => status), sent)

test('a token in memory lasts as long as the document, whatever its address becomes', async ({ page }) => {
  const { page: own, ownHeaders } = await personAt(page)
  await ask(own)
  await own.evaluate(() => history.pushState(undefined, '', '/home'))
  expect(await ownHeaders.now()).toEqual(sent)
  await own.reload()
  expect(await ownHeaders.now()).toEqual({})
})

for (const storage of ['localStorage', 'sessionStorage'] as const)
  test(`a token in ${storage} is the browser’s at another site, too, until the app forgets it`, async ({
    page,
  }) => {
    const { page: own, ownHeaders } = await personAt(page)
    await own.evaluate(([where, token]) => window[where].setItem('token', token), [storage, TOKEN] as const)
    await ask(own)
    expect(await ownHeaders.now()).toEqual(sent)
    await own.goto(site.url.replace('localhost', '127.0.0.1'))
    expect(await ownHeaders.now()).toEqual(sent)
    await own.goto(site.url)
    expect(await ownHeaders.now()).toEqual(sent)
    await ask(own)
    await own.evaluate((where) => window[where].removeItem('token'), storage)
    expect(await ownHeaders.now()).toEqual({})
  })

test('a token in a cookie that scripts read is sent until they have removed it, also without another page', async ({
  page,
}) => {
  const { page: own, ownHeaders, context } = await personAt(page)
  await context.addCookies([{ name: 'token', value: TOKEN, url: site.url }])
  await ask(own)
  expect(await ownHeaders.now()).toEqual(sent)
  await own.reload()
  expect(await ownHeaders.now()).toEqual(sent)
  await ask(own)
  await context.clearCookies()
  expect(await ownHeaders.now()).toEqual({})
})

test('a token that an answer has brought is sent next, once it is stored', async ({ page }) => {
  const { page: own, ownHeaders, target } = await personAt(page)
  noteTokenHeaders(target, sent)
  await own.evaluate(() => fetch('/ticket').then((answer) => answer.text()))
  expect(await ownHeaders.now()).toEqual({})
  await own.evaluate((ticket) => sessionStorage.setItem('ticket', ticket), TICKET)
  expect(await ownHeaders.now()).toEqual({ authorization: `Bearer ${TICKET}` })
})

test('an answer that never ends keeps nobody waiting', async ({ page }) => {
  const { page: own, ownHeaders } = await personAt(page)
  await own.evaluate(() => fetch('/feed').then(({ status }) => status))
  await ask(own)
  expect(await ownHeaders.now()).toEqual(sent)
})

test('what asks for a part of a page names nobody, and is not sent again', async ({ page }) => {
  const { page: own, ownHeaders } = await personAt(page)
  const part = {
    rsc: '1',
    'next-router-state-tree': '%5B%22%22%2C%7B%7D%5D',
    'next-url': '/home',
    'HX-Request': 'true',
  }
  const askFor = (headers: Record<string, string>) =>
    own.evaluate((own) => fetch('/api', { headers: own }).then(({ status }) => status), headers)
  await askFor(part)
  expect(await ownHeaders.now()).toEqual({})
  await askFor({ ...part, ...sent })
  expect(await ownHeaders.now()).toEqual(sent)
})
