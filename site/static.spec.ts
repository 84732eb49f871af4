import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import { expect, test } from '@playwright/test'
import { Hono } from 'hono'
import { Parser } from 'htmlparser2'
import { type Served, serve } from './serve.ts'

// Both walk the same build.
test.describe.configure({ mode: 'default' })

const BASE = '/training/login/'
const folder = mkdtempSync(join(tmpdir(), 'doorstep-static-'))
let served: Served

test.beforeAll(async () => {
  test.slow()
  const build = fileURLToPath(new URL('server/build.ts', import.meta.url))
  const args = [build, '--base', BASE, '--out', join(folder, 'site')]
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  const rewriteRequestPath = (path: string) => path.replace(BASE, '/')
  served = await serve(
    new Hono().use(`${BASE}*`, serveStatic({ root: join(folder, 'site'), rewriteRequestPath })),
  )
})
test.afterAll(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

/** The addresses on this site that a page links or loads. */
function addressesIn(html: string, page: string): string[] {
  const found: string[] = []
  const parser = new Parser({
    onopentag(name, { href, src, 'component-url': island }) {
      const address = href ?? src ?? island
      if (address !== undefined && name !== 'iframe')
        found.push(new URL(address, page).href.split('#')[0] ?? '')
    },
  })
  parser.end(html)
  return found.filter((address) => address.startsWith(served.url))
}

test('every link and file of a site below a path is there @long', async () => {
  const seen = new Set([served.url + BASE])
  const missing: string[] = []
  for (const address of seen) {
    const answer = await fetch(address)
    if (!answer.ok) missing.push(address)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    for (const next of addressesIn(await answer.text(), address)) seen.add(next)
  }
  expect(missing).toEqual([])
  expect(seen.size).toBeGreaterThan(60)
})

test('a site below a path is walked, searched, and goes on to the next flow @long', async ({ page }) => {
  const lost: string[] = []
  page.on('response', (answer) => {
    if (answer.status() >= 400) lost.push(new URL(answer.url()).pathname)
  })
  await page.goto(`${served.url}${BASE}flows/activate-account/`)
  await expect(page.locator('[data-snippet]')).toContainText(
    `src="${served.url}${BASE}embed/activate-account/"`,
  )
  const doIt = page.locator('.do-it')
  const next = page.getByText('Next in the documentation:').getByRole('link')
  await expect(async () => {
    if (await next.isHidden()) await doIt.click({ timeout: 1_000 })
    await expect(next).toBeVisible({ timeout: 500 })
  }).toPass()
  await next.click()
  await expect(page).toHaveURL(new RegExp(`${BASE}flows/[\\w-]+/$`))
  await page.keyboard.press('/')
  await page.getByRole('searchbox').fill('used code')
  await page.getByRole('dialog').getByRole('link').first().click()
  await expect(page).toHaveURL(new RegExp(`${BASE}flows/log-in/#.*code.used`))
  // Only the server knows where the live parties are.
  expect([...new Set(lost)]).toEqual([`${BASE}live.json`])
  await expect(page.getByRole('radio', { name: 'Live' })).toBeDisabled()
})
