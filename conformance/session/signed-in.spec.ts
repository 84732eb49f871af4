import { type BrowserContext, expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { serve } from '../../site/serve.ts'
import type { Target } from '../targets/target.ts'
import { otherHeading } from './opens-in-tab.ts'
import type { Session } from './session.ts'
import { signedInFacts } from './signed-in.ts'
import { sessionAt } from './testing/session-at.ts'

const home = '<!doctype html><h1>Home of Ada</h1>'
const token = 'a-token-of-the-person'

/** The page is put up by script for someone whose token it finds, and asks the server for nothing but that. */
const single = (storage: string) => `<!doctype html><div id="app"></div><script>
  const known = ${storage}.getItem('token')
  fetch('/api/me', { headers: known ? { authorization: 'Bearer ' + known } : {} }).then(({ ok }) => {
    document.getElementById('app').innerHTML = ok ? '<h1>Home of Ada</h1>' : '<h1>Log in</h1>'
  })
</script>`

/** The script keeps its token in memory, and gets another one by a cookie that it does not read. */
const renewing = `<!doctype html><div id="app"></div><script type="module">
  await new Promise((resolve) => setTimeout(resolve, 500))
  const { token } = await (await fetch('/api/renewal', { method: 'POST' })).json()
  const { ok } = await fetch('/api/short', { headers: { authorization: 'Bearer ' + token } })
  document.getElementById('app').innerHTML = ok ? '<h1>Home of Ada</h1>' : '<h1>Log in</h1>'
</script>`

/** The script thinks for a while before it asks who is there, and draws nothing until then. */
const late = `<!doctype html><div id="app"></div><script>
  setTimeout(async () => {
    const { ok } = await fetch('/api/late')
    document.getElementById('app').innerHTML = ok ? '<h1>Home of Ada</h1>' : '<h1>Log in</h1>'
  }, 900)
</script>`

/** The one short-lived token that counts, and how often a page was opened that gets one. */
const short = { token: '', opened: 0 }

const app = new Hono()
  .get('/renewing', (c) => {
    short.opened += 1
    return c.html(renewing)
  })
  .post('/api/renewal', (c) => {
    if (getCookie(c, 'renewal') !== 'ada') return c.json({ token: 'nothing-that-opens' }, 401)
    short.token = `a-short-lived-token-${short.opened}`
    return c.json({ token: short.token })
  })
  .get('/api/short', (c) => c.text('', c.req.header('authorization') === `Bearer ${short.token}` ? 200 : 401))
  .get('/renewal', (c) => {
    setCookie(c, 'renewal', 'ada', { httpOnly: true, path: '/api' })
    return c.html(renewing)
  })
  .get('/cookie', (c) => (getCookie(c, 'session') === 'ada' ? c.html(home) : c.redirect('/')))
  .get('/late', (c) => c.html(late))
  .get('/api/late', (c) => c.text('', getCookie(c, 'session') === 'ada' ? 200 : 401))
  .get('/local', (c) => c.html(single('localStorage')))
  .get('/tab', (c) => c.html(single('sessionStorage')))
  .get('/api/me', (c) => c.text('', c.req.header('authorization') === `Bearer ${token}` ? 200 : 401))
  .get('/menu', (c) =>
    c.html(
      getCookie(c, 'session') === 'ada'
        ? `<button aria-haspopup="menu" onclick="this.insertAdjacentHTML('afterend', '<button>Log out</button>')">Ada</button>`
        : '<form><button>Log in</button></form>',
    ),
  )
  .get('/news', (c) =>
    c.html('<h1>What is new</h1><form action="/seen" method="post"><button>Continue</button></form>'),
  )
  .post('/seen', (c) => {
    seen = true
    return c.redirect('/behind', 303)
  })
  .get('/behind', (c) => {
    if (!Object.values(getCookie(c)).includes('ada')) return c.redirect('/')
    return seen ? c.html(home) : c.redirect('/news')
  })
  .get('/', (c) => c.html('<h1>Log in</h1>'))

/** Whether somebody has pressed the news away. */
let seen = false

let site: Awaited<ReturnType<typeof serve>>
test.beforeAll(async () => {
  site = await serve(app)
})
test.afterAll(() => site.close())

async function personAt(
  page: Parameters<typeof sessionAt>[0],
  path: string,
  own: Partial<Session['arranged']> = {},
) {
  const target = { overrides: { dashboard: { heading: 'Home of Ada' } } } as Partial<Target>
  const arranged = { url: site.url, dashboard: `${site.url}${path}`, ...own }
  const session = await sessionAt(page, '', target, arranged)
  await session.page.goto(site.url)
  return session
}

const cookies = (context: BrowserContext) => context.cookies(site.url)
const ask = async (session: Session) => signedInFacts(session, await cookies(session.context), session.page)

test('a protected page that is known by what its menu holds is known in a tab of its own', async ({
  page,
}) => {
  const overrides = { dashboard: { heading: false, labels: { 'Log out': 'Log out' } } } as const
  const arranged = { url: site.url, dashboard: `${site.url}/menu` }
  const session = await sessionAt(page, '', { overrides }, arranged)
  await session.page.goto(site.url)
  expect(await ask(session)).toMatchObject({ dashboard: 'denied' })
  await session.context.addCookies([{ name: 'session', value: 'ada', url: site.url }])
  expect(await ask(session)).toMatchObject({ dashboard: 'opens' })
})

test('a session in a cookie is seen by a request', async ({ page }) => {
  const session = await personAt(page, '/cookie')
  expect(await ask(session)).toMatchObject({ dashboard: 'denied' })
  await session.context.addCookies([{ name: 'session', value: 'ada', url: site.url }])
  expect(await ask(session)).toMatchObject({ dashboard: 'opens' })
  expect(await signedInFacts(session, await cookies(session.context))).toMatchObject({ dashboard: 'opens' })
})

for (const [path, storage] of [
  ['/local', 'localStorage'],
  ['/tab', 'sessionStorage'],
] as const)
  test(`a token in ${storage} is seen in the browser, and a request says that it cannot tell`, async ({
    page,
  }) => {
    const session = await personAt(page, path)
    expect(await ask(session)).toMatchObject({ dashboard: 'denied' })
    await session.page.evaluate(
      ([storage, token]) => {
        ;(storage === 'localStorage' ? localStorage : sessionStorage).setItem('token', token ?? '')
      },
      [storage, token],
    )
    expect(await ask(session)).toMatchObject({ dashboard: 'opens' })
    await expect(signedInFacts(session, [])).rejects.toThrow('shows in a browser only')
  })

test('a page that has drawn nothing yet does not say that nobody is logged in', async ({ page }) => {
  const session = await personAt(page, '/late')
  expect(await ask(session)).toMatchObject({ dashboard: 'denied' })
  await session.context.addCookies([{ name: 'session', value: 'ada', url: site.url }])
  expect(await ask(session)).toMatchObject({ dashboard: 'opens' })
})

test('a protected page that shows people another heading says what to write', async ({ page }) => {
  const overrides = { dashboard: { heading: 'Welcome back' } }
  const arranged = { url: site.url, dashboard: `${site.url}/cookie` }
  const session = await sessionAt(page, '', { overrides }, arranged)
  await session.page.goto(site.url)
  expect(await ask(session)).toMatchObject({ dashboard: 'denied' })
  // It leads to the login, which is another page.
  expect(otherHeading(session)).toBe('')
  await session.context.addCookies([{ name: 'session', value: 'ada', url: site.url }])
  expect(await ask(session)).toMatchObject({ dashboard: 'denied' })
  expect(otherHeading(session)).toContain(`${site.url}/cookie shows “Home of Ada” there`)
})

test('two questions at once are answered alike, and leave no tab behind', async ({ page }) => {
  const session = await personAt(page, '/tab')
  await session.page.evaluate((token) => sessionStorage.setItem('token', token), token)
  for (let times = 0; times < 5; times++) {
    const both = await Promise.all([ask(session), ask(session)])
    expect(both).toMatchObject([{ dashboard: 'opens' }, { dashboard: 'opens' }])
  }
  expect(session.context.pages()).toEqual([page, session.page])
})

test('the headers that the product’s scripts send are sent, until the page has forgotten them', async ({
  page,
}) => {
  const session = await personAt(page, '/local', {
    dashboardOpens: async (headers) => (await fetch(`${site.url}/api/me`, { headers })).ok,
  })
  expect(await ask(session)).toMatchObject({ dashboard: 'denied' })
  await session.page.evaluate((token) => localStorage.setItem('token', token), token)
  await session.page.goto(`${site.url}/local`)
  await expect(session.page.getByText('Home of Ada')).toBeVisible()
  expect(await ask(session)).toMatchObject({ dashboard: 'opens' })
  await session.page.evaluate(() => localStorage.clear())
  await session.page.goto(`${site.url}/local`)
  await expect(session.page.getByText('Log in')).toBeVisible()
  expect(await ask(session)).toMatchObject({ dashboard: 'denied' })
})

test('a token that is over is renewed by a cookie, as the page would do it', async ({ page }) => {
  const session = await personAt(page, '/renewing', {
    dashboardOpens: async (headers) => (await fetch(`${site.url}/api/short`, { headers })).ok,
  })
  await session.page.goto(`${site.url}/renewal`)
  await expect(session.page.getByText('Home of Ada')).toBeVisible()
  expect(await ask(session)).toMatchObject({ dashboard: 'opens' })
  expect(short.opened).toBe(0)
  short.token = 'of-somebody-else'
  expect(await ask(session)).toMatchObject({ dashboard: 'opens' })
  expect(short.opened).toBe(1)
  // Without the cookie nobody looks for a new one.
  await session.context.clearCookies()
  short.token = 'of-somebody-else'
  expect(await ask(session)).toMatchObject({ dashboard: 'denied' })
  expect(short.opened).toBe(1)
})

test('a profile that denies what the browser shows is contradicted, and nobody is accused', async ({
  page,
}) => {
  const session = await personAt(page, '/local', { dashboardOpens: async () => false })
  await session.page.evaluate((token) => localStorage.setItem('token', token), token)
  expect(await ask(session)).toMatchObject({ contradicted: true })
})

for (const name of ['session', '__Host-session', '__Secure-session'])
  test(`a screen that comes in between hides no session in a cookie ${name}`, async ({ page }) => {
    seen = false
    const session = await personAt(page, '/behind')
    const between = [{ when: 'What is new', press: 'Continue' }]
    Object.assign(session.target, { between })
    expect(await signedInFacts(session, [{ name, value: 'nobody' }])).toMatchObject({ dashboard: 'denied' })
    expect(seen).toBe(false)
    expect(await signedInFacts(session, [{ name, value: 'ada' }])).toMatchObject({ dashboard: 'opens' })
    expect(seen).toBe(true)
  })
