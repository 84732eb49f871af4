import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { chromium, expect, type FrameLocator, type Page, test } from '@playwright/test'
import getPort from 'get-port'
import { findBrowser } from '../browser.ts'

const command = fileURLToPath(new URL('../doorstep.mjs', import.meta.url))

const FORM = `<h2>Enter the house</h2><form action="/in" target="_top"><label>Mail address <input type="email"></label>
<label>Secret words <input type="password"></label><button>Go in</button></form>`
const PAGES: Record<string, string> = {
  '/': FORM,
  '/framed': '<h1>Portal</h1><iframe src="/"></iframe>',
  '/in': '<h1>Welcome home</h1><button>Leave</button>',
}

let [folder, url] = ['', '']
let server: Server
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'doorstep-headed-'))
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html>${PAGES[new URL(request.url ?? '', 'http://a').pathname] ?? ''}`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
test.afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

/** A screen that nobody sees, where this machine has none: the number that it is known by, and its end. */
async function startScreen(): Promise<{ display: string | undefined; close(): void }> {
  if (process.platform !== 'linux' || process.env.DISPLAY)
    return { display: process.env.DISPLAY, close: () => undefined }
  const screen = spawn('Xvfb', ['-displayfd', '3'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  let number = ''
  for await (const text of screen.stdio[3] as Readable) {
    number += text
    if (number.includes('\n')) break
  }
  return { display: `:${number.trim()}`, close: () => screen.kill() }
}

/** A browser with a debugging port, at which somebody walks in the place of a person. */
function browserAt(port: number): string {
  const path = findBrowser({ headed: true })?.executablePath ?? chromium.executablePath()
  const file = join(folder, 'browser')
  writeFileSync(file, `#!/bin/sh\nexec "${path}" --remote-debugging-port=${port} "$@"\n`)
  chmodSync(file, 0o755)
  return file
}

/** Records in a window, as a person would, who presses Ctrl-C in the end. */
async function recordInWindow(address: string, walk: (page: Page) => Promise<void>) {
  const port = await getPort({ host: '127.0.0.1' })
  const { display, close } = await startScreen()
  const child = spawn(process.execPath, [command, 'record', '--url', address, '--flow', 'log-in'], {
    cwd: folder,
    env: { ...process.env, CHROMIUM_PATH: browserAt(port), ...(display && { DISPLAY: display }) },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  try {
    await expect(async () => {
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
      const pages = browser.contexts().flatMap((context) => context.pages())
      const page = pages.find((one) => one.url().startsWith(url))
      if (!page) throw new Error(`There is no page of ${url} yet: ${said}`)
      await walk(page)
      await browser.close()
    }).toPass()
    child.kill('SIGINT')
    return { status: await ended, said }
  } finally {
    child.kill('SIGKILL')
    close()
  }
}

const signIn = async (place: Page | FrameLocator) => {
  await place.getByLabel('Mail address').fill('somebody@example.com')
  await place.getByLabel('Secret words').fill('violet harbour')
  await place.getByRole('button', { name: 'Go in' }).click()
}

test.describe('in a window', { tag: '@long' }, () => {
  test('Ctrl-C ends the walk, and what was walked is written', async () => {
    const { status, said } = await recordInWindow(url, async (page) => {
      await signIn(page)
      await page.getByRole('heading', { name: 'Welcome home' }).waitFor()
    })
    expect(said).toContain('“Email address” is “Mail address” there')
    expect(said).not.toContain('in a frame')
    expect(status, said).toBe(0)
    const profile = readFileSync(join(folder, 'doorstep.config.ts'), 'utf8')
    expect(profile).toContain("Continue: 'Go in'")
    expect(profile + said).not.toMatch(/violet harbour|somebody@example/)
  })

  test('a form in a frame is recorded, and said to be one', async () => {
    const { status, said } = await recordInWindow(`${url}/framed`, async (page) => {
      await signIn(page.frameLocator('iframe'))
      await page.getByRole('heading', { name: 'Welcome home' }).waitFor()
    })
    expect(said).toContain('“Enter the house” is in a frame, into which a check does not look')
    expect(status, said).toBe(0)
  })
})
