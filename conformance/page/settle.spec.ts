import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { Settling } from './settle.ts'

const PATIENCE = 5_000

/** A page whose script asks its server, thinks about the answer, and then does something. */
const page = (
  then: string,
) => `<button>Go</button><script>document.querySelector('button').onclick = async () => {
  await fetch('/api')
  setTimeout(() => { ${then} }, 10)
}</script>`

let server: Server
let url: string

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', url)
    if (pathname === '/never' || pathname === '/news') return
    if (pathname === '/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
      return
    }
    if (pathname === '/refused') {
      response
        .writeHead(401, { 'cache-control': 'no-store', 'content-type': 'application/json' })
        .end('{"message":"No"}')
      return
    }
    const body = { '/next': '<h1>Next</h1>', '/api': '' }[pathname] ?? page(searchParams.get('then') ?? '')
    response.setHeader('content-type', 'text/html').end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

test.afterAll(() => {
  server.close()
  server.closeAllConnections()
})

async function open(page: Page, then: string) {
  const settling = new Settling(page)
  await page.goto(`${url}/?${new URLSearchParams({ then })}`)
  return settling
}

test('a script that was answered may lead to another page, and that is waited for', async ({ page }) => {
  const settling = await open(page, 'location.assign("/next")')
  await page.getByRole('button').click()
  await settling.settled(PATIENCE)
  expect(await page.locator('h1').allTextContents()).toEqual(['Next'])
})

test('or to another question', async ({ page }) => {
  const settling = await open(page, 'fetch("/api").then(() => { document.title = "done" })')
  await page.getByRole('button').click()
  await settling.settled(PATIENCE)
  expect(await page.title()).toBe('done')
})

test('another address of the same document may lead a script to ask', async ({ page }) => {
  const settling = await open(page, '')
  await page.evaluate(() => {
    addEventListener(
      'hashchange',
      () => void fetch('/api').then(() => setTimeout(() => (document.title = 'there'), 20)),
    )
  })
  await page.goto(`${page.url()}#/there`)
  await settling.settled(PATIENCE)
  expect(await page.title()).toBe('there')
})

test('nothing is waited for longer than patience allows', async ({ page }) => {
  const settling = await open(page, 'fetch("/never").then(() => { document.title = "answered" })')
  await page.getByRole('button').click()
  const began = performance.now()
  await settling.settled(300)
  expect(performance.now() - began).toBeGreaterThanOrEqual(299)
  expect(await page.title()).toBe('')
})

test('a page that gets news as long as it is open costs no patience at each step', async ({ page }) => {
  const settling = await open(page, 'document.title = "done"')
  await page.evaluate(
    (address) => {
      new EventSource('/stream')
      new WebSocket(address)
      void fetch('/news?since=1')
    },
    url.replace('http', 'ws'),
  )
  const timeOf = async (work: () => Promise<void>) => {
    const began = performance.now()
    await work()
    return performance.now() - began
  }
  // It could be an answer for once.
  expect(await timeOf(() => settling.settled(500))).toBeGreaterThanOrEqual(499)
  await page.evaluate(() => void fetch('/news?since=2'))
  const took = await timeOf(async () => {
    await page.getByRole('button').click()
    await settling.settled(PATIENCE)
  })
  expect(took).toBeLessThan(PATIENCE / 2)
  expect(await page.title()).toBe('done')
  expect(settling.isWaiting).toBe(false)
})

test('nor does one that asks for news again and again', async ({ page }) => {
  const settling = await open(page, 'document.title = "done"')
  await page.evaluate(() => setInterval(() => void fetch('/next'), 20))
  await settling.settled(PATIENCE)
  const began = performance.now()
  await page.getByRole('button').click()
  await settling.settled(PATIENCE)
  expect(performance.now() - began).toBeLessThan(PATIENCE / 2)
})

test('nor does a script that never reads what an answer says', async ({ page }) => {
  const settling = await open(
    page,
    'fetch("/refused", { method: "POST" }).then(({ ok }) => { document.title = ok })',
  )
  for (const longest of [PATIENCE / 2, 500]) {
    await page.getByRole('button').click()
    const began = Date.now()
    await settling.settled(PATIENCE)
    expect(await page.title()).toBe('false')
    expect(Date.now() - began).toBeLessThan(longest)
  }
})
