import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freePorts } from '../../site/testing/caddy.ts'
import { stepsThat } from './dockerfile.ts'
import { argumentsOf, buildOutside, environmentOf, folderOf } from './outside.ts'

const INSTALL_MS = 15 * 60_000

/** Every file outside the store and the dependencies, with the time of its last change. */
const filesIn = (folder: string) =>
  globSync('**/*', { cwd: folder, exclude: ['node_modules', 'data'] }).map((path) => [
    path,
    statSync(join(folder, path)).mtimeMs,
  ])

test('the commands of the Dockerfile build and start Doorstep from what is sent to be built @long', async () => {
  test.setTimeout(INSTALL_MS)
  const folder = mkdtempSync(join(tmpdir(), 'doorstep-container-'))
  const [PORT, TENANT_PORT, IDP_PORT, IDP_TLS_PORT, SMTP_PORT] = await freePorts(5)
  const image = buildOutside(folder)
  const cwd = folderOf(image)
  const env = {
    ...environmentOf(image),
    ...Object.fromEntries(
      Object.entries({ PORT, TENANT_PORT, IDP_PORT, IDP_TLS_PORT, SMTP_PORT }).map(([name, port]) => [
        name,
        String(port),
      ]),
    ),
    SITE_URL: 'https://site.test',
    TENANT_URL: 'https://tenant.test',
    IDP_URL: 'https://idp.test',
    TRUST_PROXY: '1',
  }
  const before = filesIn(cwd)
  const [[, asking]] = stepsThat('HEALTHCHECK').map(({ command }) => argumentsOf(command)) as [
    [string, string[]],
  ]
  const health = () => spawnSync(process.execPath, asking, { cwd, env }).status
  expect(health()).toBe(1)

  const [[, starting]] = stepsThat('CMD').map(({ command }) => argumentsOf(command)) as [[string, string[]]]
  const server = spawn(process.execPath, starting, { cwd, env, stdio: 'inherit' })
  const ended = once(server, 'exit')
  try {
    await expect.poll(health, { timeout: 60_000 }).toBe(0)
    const page = await fetch(`http://127.0.0.1:${PORT}/flows/log-in/`)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<html')
    const live = await (await fetch(`http://127.0.0.1:${PORT}/live.json`)).json()
    expect(live).toMatchObject({ tenant: 'https://tenant.test' })
  } finally {
    server.kill('SIGTERM')
  }
  expect(await ended).toEqual([0, null])
  expect(filesIn(cwd)).toEqual(before)
  rmSync(folder, { recursive: true })
})
