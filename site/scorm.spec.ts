import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { Hono } from 'hono'
import { firstLogin } from '../machines/first-login/pack.ts'
import { exportFlow } from './export/export-flow.ts'
import { scormPackage } from './export/scorm.ts'
import { type Served, serve } from './serve.ts'

const require = createRequire(import.meta.url)
const runtime = require.resolve('scorm-again/scorm2004')
let served: Served
let files: Record<string, Uint8Array>

test.beforeAll(async () => {
  const flow = firstLogin.flows.find(({ id }) => id === 'reset-password')
  if (!flow) throw new Error('The pack has no such flow.')
  const module = fileURLToPath(new URL('../machines/first-login/pack.ts', import.meta.url))
  files = unzipSync(scormPackage(firstLogin, flow, await exportFlow(firstLogin, module, flow)))
  const app = new Hono()
    .get('/', (c) => c.html('<title>A learning management system</title><script src="/runtime.js"></script>'))
    .get('/runtime.js', (c) =>
      c.body(readFileSync(runtime, 'utf8'), 200, { 'content-type': 'text/javascript' }),
    )
    .get('/package/:file', (c) => c.html(new TextDecoder().decode(files[c.req.param('file')])))
  served = await serve(app)
})
test.afterAll(() => served.close())

type Data = Record<string, unknown>

/** Opens the package in a system that has the data of the last session. */
async function open(page: Page, before?: Data) {
  await page.goto(served.url)
  await page.evaluate((before) => {
    const { Scorm2004API } = window as unknown as { Scorm2004API: new (settings: object) => Data }
    const api = new Scorm2004API({ autocommit: false, logLevel: 5 }) as Data & {
      loadFromJSON(data: Data, at: string): void
    }
    if (before) api.loadFromJSON(before, '')
    Object.assign(window, { API_1484_11: api })
    const frame = document.createElement('iframe')
    Object.assign(frame, { src: '/package/index.html', width: 1200, height: 700, title: 'Course' })
    document.body.append(frame)
  }, before)
}

/** What the system would keep. */
const kept = (page: Page) =>
  page.evaluate(() => {
    const { API_1484_11 } = window as unknown as { API_1484_11: { renderCMIToJSONObject(): { cmi: Data } } }
    return JSON.parse(JSON.stringify(API_1484_11.renderCMIToJSONObject().cmi)) as Data
  })

const close = (page: Page) => page.evaluate(() => document.querySelector('iframe')?.remove())

test('a package has a manifest and its page', () => {
  expect(Object.keys(files)).toEqual(['imsmanifest.xml', 'index.html'])
  const manifest = new TextDecoder().decode(files['imsmanifest.xml'])
  expect(manifest).toContain('<schemaversion>2004 4th Edition</schemaversion>')
  expect(manifest).toContain('imsss:deliveryControls completionSetByContent="true"')
  expect(manifest).toContain('adlcp:scormType="sco" href="index.html"')
})

test('a learning management system learns the progress, resumes there, and learns of the goal', async ({
  page,
}) => {
  await open(page)
  const course = page.frameLocator('iframe')
  const doIt = course.locator('.do-it')
  await doIt.click()
  await doIt.click()
  await expect(course.locator('.transport output')).toHaveText('2 of 2')
  const begun = await kept(page)
  expect(begun).toMatchObject({ completion_status: 'incomplete', success_status: 'unknown' })
  expect(begun.location).toMatch(/^#walk=[\w.-]+,[\w.-]+$/)
  expect(Number(begun.progress_measure)).toBeGreaterThan(0)
  await close(page)
  expect(await kept(page)).toMatchObject({ exit: 'suspend' })

  await open(page, begun)
  await expect(course.locator('.transport output')).toHaveText('2 of 2')
  await expect(async () => {
    if ((await kept(page)).completion_status !== 'completed') await doIt.click({ timeout: 1_000 })
    expect(await kept(page)).toMatchObject({ completion_status: 'completed', success_status: 'passed' })
  }).toPass()
  // To look back at an earlier moment takes nothing away.
  await course.getByRole('button', { name: 'One moment back' }).click()
  await close(page)
  const ended = await kept(page)
  expect(ended).toMatchObject({ completion_status: 'completed', success_status: 'passed', exit: 'normal' })
  expect(ended.progress_measure).toBe('1')
  expect(ended.session_time).toMatch(/^PT\d+H\d+M\d+S$/)
})
