import { type ServerType, serve } from '@hono/node-server'
import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { beginListening, heardOn, listenTo } from './listen.ts'
import { takeSnapshot } from './take-snapshot.ts'

const WELCOME = '<p role="status">Welcome to the portal</p>'

/** Pages with one button, and what comes of it; what is sent comes back with an error. */
const pages: Record<string, string> = {
  native: '<form><input name="email" type="email" required><button>Go</button></form>',
  'own-words':
    '<form><input required oninvalid="event.preventDefault(); said.textContent = 1"><button>Go</button></form><i id="said"></i>',
  hint: `<input id="field" aria-describedby="rule"><p id="rule">At least 12 characters</p><button onclick="field.setAttribute('aria-invalid', 'true')">Go</button>`,
  errormessage: `<input id="field" aria-errormessage="rule"><p id="rule"></p><button onclick="field.setAttribute('aria-invalid', 'true'); rule.textContent = 'Too short'">Go</button>`,
  toast: `<section aria-live="polite" id="toasts"></section><button onclick="toasts.innerHTML = '<li>Wrong code</li>'; setTimeout(() => toasts.replaceChildren(), 50)">Go</button>`,
  toasts: `<section aria-live="polite"><ol id="toasts"><li>Wrong password</li></ol></section><button onclick="toasts.insertAdjacentHTML('beforeend', '<li>Correct the <b>fields</b></li>')">Go</button>`,
  gone: `<section aria-live="polite"><ol><li>Wrong password</li><li id="first">Saved</li></ol></section><button onclick="first.remove()">Go</button>`,
  counted: `<p aria-live="polite">Wrong code, <b id="left">3</b> attempts left</p><button onclick="left.textContent = 2">Go</button>`,
  status: `<p role="status" id="said">3 messages</p><button onclick="document.title = 1">Go</button>`,
  again: `<p role="status" id="said">Wrong password</p><button onclick="said.textContent = ''; setTimeout(() => { said.textContent = 'Wrong password' }, 20)">Go</button>`,
  dialog: `<dialog id="own"><p>Wrong code</p><button>OK</button></dialog><button onclick="own.showModal()">Go</button>`,
  form: `<dialog id="own"><label>Wrong code? <input></label></dialog><button onclick="own.showModal()">Go</button>`,
  alert: `<button onclick="alert('Wrong code')">Go</button>`,
  confirm: `<button onclick="document.title = confirm('Remove?')">Go</button>`,
  alertdialog: `<div id="at"></div><button onclick="at.innerHTML = '<div role=alertdialog>Wrong code</div>'">Go</button>`,
  listed: `<form method="post"><p>No names of products</p><button>Go</button></form>`,
  post: `${WELCOME}<form method="post"><button>Go</button></form>`,
  region: `<main aria-live="polite"><form><input></form><p id="said"></p></main><button onclick="said.textContent = 'Wrong code'">Go</button>`,
}

const document = (html: string) => `<!doctype html><title>-</title>${html}`
const app = new Hono()
  .get('/:page', (c) => c.html(document(pages[c.req.param('page')] ?? '')))
  .post('/listed', (c) =>
    c.html(
      document(
        `<form method="post"><p>No names of products</p><ul class="errors"><li>No names of products</li></ul><button>Go</button></form>`,
      ),
    ),
  )
  .post('/:page', (c) =>
    c.html(
      document(`${WELCOME}<p role="alert">Wrong code</p><form method="post"><button>Go</button></form>`),
    ),
  )

let server: ServerType
let origin: string

test.beforeAll(async () => {
  server = serve({ fetch: app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : ''}`
})
test.afterAll(() => server.close())

async function open(page: Page, name: string) {
  await listenTo(page.context())
  await page.goto(`${origin}/${name}`)
}

/** What is heard of pressing the button, a moment later. */
async function heardOfGo(page: Page) {
  await beginListening(page)
  await page.getByRole('button', { name: 'Go' }).click()
  await page.waitForTimeout(150)
  return heardOn(page)
}

for (const [name, manner, text, more = {}] of [
  ['native', 'browser', 'Please fill out this field.', { lacks: '' }],
  ['hint', 'hint', 'At least 12 characters'],
  ['errormessage', 'hint', 'Too short'],
  ['toast', 'status', 'Wrong code'],
  ['toasts', 'status', 'Correct the fields'],
  ['counted', 'status', 'Wrong code, 2 attempts left'],
  ['again', 'status', 'Wrong password'],
  ['dialog', 'dialog', 'Wrong code OK'],
  ['alert', 'browser', 'Wrong code'],
  ['alertdialog', 'alert', 'Wrong code'],
  ['post', 'alert', 'Wrong code'],
  ['listed', 'hint', 'No names of products'],
] as const)
  test(`what a page says is heard: ${name}`, async ({ page }) => {
    await open(page, name)
    const heard = await heardOfGo(page)
    expect(new Set(heard.map((one) => JSON.stringify(one)))).toEqual(
      new Set([JSON.stringify({ manner, text, ...more })]),
    )
  })

for (const name of ['status', 'gone', 'form', 'own-words', 'region'])
  test(`what is no message, or was there before, is not heard: ${name}`, async ({ page }) => {
    await open(page, name)
    expect(await heardOfGo(page)).toEqual([])
  })

test('what the browser says of a field is said until something is typed, and again with each attempt', async ({
  page,
}) => {
  await open(page, 'native')
  await heardOfGo(page)
  expect((await takeSnapshot(page)).alerts).toEqual(['Please fill out this field.'])
  expect((await heardOfGo(page)).length).toBeGreaterThan(0)
  await page.locator('input').fill('ada')
  expect((await takeSnapshot(page)).alerts).toEqual([])
})

test('an error that a page comes back with twice is said twice; what every page says is not', async ({
  page,
}) => {
  await open(page, 'post')
  await heardOfGo(page)
  expect(new Set((await heardOfGo(page)).map(({ text }) => text))).toEqual(new Set(['Wrong code']))
})

test('a window of the browser is confirmed, unless the profile answers it', async ({ page }) => {
  await open(page, 'confirm')
  await heardOfGo(page)
  await expect(page).toHaveTitle('true')
  page.on('dialog', (dialog) => dialog.dismiss())
  await heardOfGo(page)
  await expect(page).toHaveTitle('false')
})
