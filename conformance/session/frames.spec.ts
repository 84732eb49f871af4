import { expect, type Page, test } from '@playwright/test'
import { Hono } from 'hono'
import { serve } from '../../site/serve.ts'
import { beginListening, heardOn } from '../page/listen.ts'
import { inWords } from '../page/snapshot.ts'
import { takeSnapshot } from '../page/take-snapshot.ts'
import type { Target } from '../targets/target.ts'
import { fill, press } from './find.ts'
import { observeScreen } from './observe-screen.ts'
import { pressAtTarget } from './overrides.ts'
import { sessionAt } from './testing/session-at.ts'

const PATIENCE = 2_000
const password = 'enter-your-password'

const form = `
  <h1>Enter Your Password</h1>
  <form onsubmit="event.preventDefault(); document.querySelector('p').textContent = 'Wrong email or password'">
    <p role="alert"></p>
    <label>Password <input type="password" name="password"></label>
    <label>Region <select><option>North</option><option>South</option></select></label>
    <button data-testid="go">Continue</button>
    <details><summary>More</summary><button type="button" onclick="top.document.title = 'edited'">Edit</button></details>
    <a href="#forgot">Forgot password</a>
  </form>`

/** Two hosts, one page: the form is in a frame of the same origin, of another one, or in a hidden one. */
async function start(src: (other: string) => string, style = '') {
  const inner = new Hono().get('/form', (c) => c.html(form))
  const elsewhere = await serve(inner)
  const site = await serve(
    inner.get('/', (c) =>
      c.html(
        `<title>Here</title><p>Around it</p><iframe style="${style}" src="${src(elsewhere.url)}"></iframe>`,
      ),
    ),
  )
  return {
    url: site.url,
    elsewhere: elsewhere.url,
    close: () => Promise.all([site.close(), elsewhere.close()]),
  }
}

async function openAt(page: Page, url: string, target: Partial<Target> = {}) {
  const session = await sessionAt(page, '', { patience: PATIENCE, ...target })
  await session.page.goto(url)
  return session
}

test('a form in a frame of the same origin is seen, filled, pressed and heard', async ({ page }) => {
  const { url, close } = await start(() => '/form')
  const session = await openAt(page, url)
  const { page: own } = session
  expect(await observeScreen(session, password)).toMatchObject({ missing: [], lacking: [] })
  expect((await takeSnapshot(own)).frames).toBeUndefined()
  await beginListening(own)
  await fill(own, 'Password', 'secret', PATIENCE)
  await fill(own, 'Region', 'South', PATIENCE)
  await expect(own.frameLocator('iframe').getByLabel('Password')).toHaveValue('secret')
  await expect(own.frameLocator('iframe').getByLabel('Region')).toHaveValue('South')
  await press(own, 'Continue', PATIENCE)
  expect(await heardOn(own)).toContainEqual({ manner: 'alert', text: 'Wrong email or password' })
  expect((await takeSnapshot(own)).alerts).toEqual(['Wrong email or password'])
  await press(own, 'Edit', PATIENCE)
  await expect(own).toHaveTitle('edited')
  await close()
})

test('what a profile names is found in a frame as well', async ({ page }) => {
  const { url, close } = await start(() => '/form')
  const labels = { Continue: { testId: 'go' } }
  const session = await openAt(page, url, { overrides: { [password]: { labels } } })
  await pressAtTarget(session, password, 'Continue')
  expect((await takeSnapshot(session.page)).alerts).toEqual(['Wrong email or password'])
  await close()
})

test('a frame of another origin is looked into only where the profile names that', async ({
  page,
  browser,
}) => {
  const { url, elsewhere, close } = await start((other) => `${other}/form`)
  const session = await openAt(page, url)
  const seen = await takeSnapshot(session.page)
  expect(seen).toMatchObject({ headings: [], fields: [], frames: 1 })
  expect(inWords(seen)).toContain('a frame, into which Doorstep does not look')
  const context = await browser.newContext()
  const other = await context.newPage()
  const named = await openAt(other, url, { frames: [elsewhere] })
  expect((await observeScreen(named, password)).missing).toEqual([])
  await context.close()
  await close()
})

test('a frame that nobody sees is no part of the page', async ({ page }) => {
  const { url, close } = await start(() => '/form', 'display: none')
  const session = await openAt(page, url)
  expect((await takeSnapshot(session.page)).headings).toEqual([])
  await close()
})
