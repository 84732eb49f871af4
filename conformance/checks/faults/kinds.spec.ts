import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../../site/serve.ts'
import { sessionAt } from '../../session/testing/session-at.ts'
import type { Person } from '../bench/person.ts'
import { afterwards, onTheWay, spoil } from './kinds.ts'

const sending = `<!doctype html><script>fetch('/state', { headers: { 'x-token': '0123456789abcdef0123' } })</script>`
const form = '<!doctype html><form action="/save" method="post"><button>Save</button></form>'

let saved = 0
const app = new Hono()
  .get('/', (c) => c.html(sending))
  .get('/form', (c) => c.html(form))
  .get('/state', (c) => c.text(''))
  .post('/save', (c) => {
    saved += 1
    return c.html('<h1>Saved</h1>')
  })

let site: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  site = await serve(app)
})
test.afterAll(() => site.close())

const arrivals: Record<string, number> = {
  'the request never arrives': 0,
  'the request is answered with 500 before it arrives': 0,
  'the answer is lost': 1,
  'the request is sent twice at once': 2,
}

for (const fault of onTheWay)
  test(`${fault.when}, where a page before has sent a token of its own`, async ({ page: first }) => {
    const session = await sessionAt(first, '', {}, { url: site.url })
    const { page } = session
    await page.goto(site.url)
    await page.waitForLoadState('networkidle')
    // Whether this page has the token, too, only the page can tell.
    await page.goto(`${site.url}/form`)
    saved = 0
    const press = () => page.getByRole('button').click({ timeout: 2_000 })
    await spoil({ page, session } as unknown as Person, press, fault)
    await expect.poll(() => saved).toBe(arrivals[fault.when])
  })

test('nobody who goes back leaves the product for the empty page of a new browser', async ({ page }) => {
  const back = afterwards.find(({ when }) => when.includes('back'))
  await page.goto(site.url)
  await back?.next(page)
  expect(page.url()).toBe(`${site.url}/`)
  await page.goto(`${site.url}/form`)
  await back?.next(page)
  expect(page.url()).toBe(`${site.url}/`)
})
